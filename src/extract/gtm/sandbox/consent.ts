/** Functions of the template API that set the state of the consent mode or wait for it. */
import type { ConsentCommand, Vendor } from '../../../model/catalog.ts';
import { say } from '../../../model/phrase.ts';
import { addActivity } from '../../machine/activities.ts';
import { freeze } from '../../machine/freeze.ts';
import type { Machine } from '../../machine/machine.ts';
import { PHASE } from '../../machine/phase.ts';
import { enter } from '../../machine/scope.ts';
import { placeOf } from '../../machine/script-text.ts';
import { stepsTo } from '../../machine/steps.ts';
import { global, lit, obj, stringOf, UNDEF, unknownValue } from '../../machine/values.ts';
import { TAG_MANAGER_SYSTEM } from '../conditions.ts';
import { tagManagerOf } from '../consent-templates.ts';
import { type Api, noteEffect } from './call.ts';
import { signalOf } from './reads.ts';

function command(consent: ConsentCommand): Api {
  return (call) => {
    const { m, name, args, node } = call;
    noteEffect(call, false);
    const vendor = tagManagerOf(m.catalog);
    if (vendor)
      addActivity(m, {
        kind: 'consent',
        vendor,
        carrier: 'tag',
        label: `${name}()`,
        consent,
        values: { signals: freeze(args[0] ?? obj()) },
        args: args.map((arg) => freeze(arg)),
        location: placeOf(m.script, node),
      });
    return UNDEF;
  };
}

/** Called where a type turns from denied to granted or back; on a page load with a stored choice, where that grants. */
const addConsentListener: Api = (call) => {
  const { m, args, node } = call;
  const [type, listener] = args;
  if (listener?.t !== 'fn') return UNDEF;
  const place = placeOf(m.script, node);
  const path = enter(m.path, signalOf(call, type));
  const steps = stepsTo(m, 'granted', say`consent listener for ${stringOf(type) ?? say`a type`}`, place);
  const told = [type ?? unknownValue('type'), lit(true)];
  m.tasks.later(PHASE.event, path, steps, () => void m.callFunction(listener, told, undefined), listener);
  return UNDEF;
};

/** `gtagSet({ ads_data_redaction: true })` is the command `set` of the same queue. */
const gtagSet: Api = ({ m, args, node }) => {
  const queue = queueOf(m);
  if (queue !== undefined) m.callValue(global([queue]), [lit('set'), ...args], undefined, node);
  return UNDEF;
};

function queueOf(m: Machine): string | undefined {
  const isQueue = ({ consentMode, queueCommand }: Vendor): boolean =>
    consentMode?.system === TAG_MANAGER_SYSTEM && queueCommand !== undefined;
  return m.catalog.catalog.vendors.find(isQueue)?.queueCommand;
}

export const CONSENT: Readonly<Record<string, Api>> = {
  setDefaultConsentState: command('default'),
  updateConsentState: command('update'),
  addConsentListener,
  gtagSet,
};
