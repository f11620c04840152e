import { readFileSync } from 'node:fs';
import { PageReader } from '../src/extract/page.ts';
import { CatalogIndex } from '../src/extract/catalog-index.ts';
import { ScriptParser } from '../src/parse/script.ts';
import { maskingOf } from '../src/extract/masking.ts';
import { judge } from '../src/analyze/judge.ts';
import { Source } from '../src/text/source.ts';
import { catalog } from '../src/generated/catalog.ts';
import { GENERAL_PROFILE } from '../src/model/profile.ts';
import { languageOf } from '../src/engine/lint.ts';
for (const f of process.argv.slice(2)) {
  const source = new Source(f, readFileSync(f, 'utf8'));
  const opt = { catalog: new CatalogIndex(catalog), parser: new ScriptParser(), resolve: () => undefined };
  const t = performance.now();
  const r = new PageReader(source, opt);
  const facts = /\.[jt]sx?$/.test(f) ? r.readScript(source, maskingOf(source), languageOf(f)) : r.read(source, maskingOf(source));
  const unit = judge({ kind: 'page', source, settings: [], entities: [], ...facts } as never, catalog, GENERAL_PROFILE);
  console.log(f, (performance.now() - t).toFixed(0), 'ms', 'unresolved', facts.unresolved, facts.problems.map(p=>p.message), facts.cmps.map(c=>c.cmp.id+':'+c.loaded));
  for (const a of unit.activities) console.log(' ', a.order, a.kind, a.vendor.id, a.label, a.reached?'':'UNREACHED', a.carrier, Object.entries(a.states).map(([s,v])=>s[0]+s[1]+':'+v.outcome+(v.certainty[0])).join(' '), process.env.V ? JSON.stringify(a.guard, (k,v)=>k==='location'?undefined:v) : '');
}
