/** What a configuration, a reviewed record and the list of a privacy notice say of how files are judged, as the command applies it. */
import { type Settings, settingsFor } from '../config/settings.ts';
import { configuredLayer, isIgnored } from '../discover/ignore-files.ts';
import type { Linter, LintOptions } from '../engine/lint.ts';
import { policyRule } from '../engine/policy/rule.ts';
import { InventoryBuilder } from '../inventory/build.ts';
import { WiderRecord } from '../lock/wider.ts';
import type { Policy } from '../model/policy.ts';
import type { SiteProfile, Strictness } from '../model/profile.ts';
import type { SiteContext } from '../model/site.ts';
import type { Unit } from '../model/unit.ts';
import { compareNotice, type NamedParty } from '../notice/compare.ts';
import { parseNotice } from '../notice/read.ts';
import { maskInventory } from '../report/inventory/masked.ts';
import { noticeLines } from '../report/inventory/notice.ts';
import { mount } from './disk.ts';
import { ROOT, treeOf } from './files.ts';
import type { ComparedNotice, JudgeOptions, TextFile } from './protocol.ts';
import { roleOf } from './settings-files.ts';

type Configured = Pick<LintOptions, 'severities' | 'overrides' | 'ruleOptions' | 'policies' | 'suppressions'>;

export class Configuration {
  readonly profile: SiteProfile;
  readonly strictness: Strictness;
  /** Set where a configuration decides what else the page asks. */
  readonly file: string | undefined;
  /** The rules that the configuration declares. */
  readonly policies: readonly Policy[];
  /** What the linter is told beside it. */
  readonly options: Configured;
  readonly #settings: Settings;
  readonly #paths: readonly string[];
  readonly #files: readonly TextFile[];
  readonly #wider: WiderRecord | undefined;
  readonly #named: readonly NamedParty[] | undefined;
  readonly #inventory = new InventoryBuilder();
  readonly #left: string[] = [];

  private constructor(settings: Settings, files: readonly TextFile[], { strictness }: JudgeOptions) {
    const { severities, overrides, ruleOptions, policies = [], suppressions, profile } = settings;
    this.#settings = settings;
    this.#files = files;
    const configuration = first(files, 'configuration');
    this.file = configuration?.path;
    this.#paths = [folderOf(configuration ?? first(files, 'record'))];
    this.profile = profile;
    this.policies = policies;
    this.strictness = configuration ? (settings.strictness ?? 'default') : strictness;
    this.options = {
      severities,
      ruleOptions,
      ...(overrides && { overrides }),
      policies: policies.map(policyRule),
      ...(suppressions && { suppressions }),
    };
    const { reviewed } = profile;
    const wider = reviewed && this.strictness === 'audit' ? new WiderRecord(reviewed, ROOT) : undefined;
    this.#wider = wider?.isWhole(this.#paths) ? wider : undefined;
    const notice = first(files, 'notice');
    this.#named = notice && parseNotice(notice.text, notice.path);
  }

  /**
   * @param options what the page asks; a configuration outranks it
   * @throws ConfigError naming file, line and column
   */
  static async of(files: readonly TextFile[], options: JudgeOptions): Promise<Configuration> {
    const tree = treeOf(files);
    mount(tree);
    const configuration = first(files, 'configuration');
    const { sector, regime, defaultsOnPage } = options;
    const settings = await settingsFor({
      cwd: ROOT,
      path: folderOf(configuration ?? first(files, 'record')),
      config: true,
      tree,
      profile: { ...(!configuration && { sector, regime }), ...(defaultsOnPage && { defaultsOnPage }) },
    });
    return new Configuration(settings, files, options);
  }

  /** Whether the configuration leaves a file out. */
  leavesOut({ path, explicit }: TextFile): boolean {
    const { ignore } = this.#settings;
    if (!ignore || explicit || !isIgnored(`${ROOT}${path}`, false, configuredLayer(ignore.folder, ignore.patterns)))
      return false;
    this.#left.push(path);
    return true;
  }

  judged(unit: Unit, context: SiteContext): void {
    if (this.#isWhole) this.#settings.effects?.judged(unit);
    this.#wider?.judged(unit, context);
    if (this.#named) this.#inventory.add(unit, this.profile);
  }

  /** Adds what is to be said of the configuration and the record themselves, once all files are judged. */
  finish(linter: Linter): void {
    const { effects } = this.#settings;
    if (this.#wider) {
      linter.judgeRest();
      linter.add(this.#wider.reports());
    }
    if (!effects || !this.#isWhole) return;
    const files = this.#files.filter((file) => roleOf(file) === undefined && !this.#left.includes(file.path));
    const looked = { files: files.map(({ path }) => path), ignored: this.#left, idle: linter.idleRules() };
    linter.add(effects.reports(looked));
  }

  /** How those who get data differ from those whom the notice names. */
  get notice(): ComparedNotice | undefined {
    const notice = first(this.#files, 'notice');
    if (!notice || !this.#named) return undefined;
    const difference = compareNotice(maskInventory(this.#inventory.result()), this.#named);
    const isSame = difference.unnamed.length + difference.unused.length === 0;
    return { file: notice.path, lines: noticeLines(difference, notice.path), isSame };
  }

  /** One sentence for each file that was applied, and each that was not. */
  get words(): string[] {
    const { file } = this;
    const record = this.profile.reviewed?.source.name;
    const others = this.#files.filter((one) => {
      const role = roleOf(one);
      return role !== undefined && one.path !== file && one.path !== record && one !== first(this.#files, 'notice');
    });
    return [
      ...(file === undefined ? [] : [`${file} decides how it is judged.`]),
      ...(this.#left.length === 0 ? [] : [`${this.#left.length} left out by its “ignore”.`]),
      ...(record === undefined ? [] : [`Compared with ${record}, as it was reviewed.`]),
      ...others.map(({ path }) => `${path} counts only where the configuration brings it in.`),
    ];
  }

  get #isWhole(): boolean {
    return this.#settings.effects?.isWhole(this.#paths) ?? false;
  }
}

/** The outermost file of that role. */
function first(files: readonly TextFile[], role: ReturnType<typeof roleOf>): TextFile | undefined {
  const depth = ({ path }: TextFile): number => path.split('/').length;
  return files.filter((file) => roleOf(file) === role).sort((a, b) => depth(a) - depth(b))[0];
}

function folderOf(file: TextFile | undefined): string {
  return file?.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/')) : '.';
}
