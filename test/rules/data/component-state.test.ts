/** What is typed into the fields of components, and goes through their state. */
import { describe, expect, it } from 'vitest';
import { personalRules } from '../found.ts';

const IMPORTS =
  "import { useRef, useState } from 'react'; import { useForm } from 'react-hook-form';\nconst fbq = window.fbq;\n";
const component = (body: string): string => `${IMPORTS}export function Form() { ${body} }`;

describe('the state of a component', () => {
  it.each([
    "const [v, setV] = useState(''); const send = () => window.gtag('event', 'x', { label: v }); return <form onSubmit={send}><input type=\"email\" value={v} onChange={(e) => setV(e.target.value)} /></form>;",
    "const [f, setF] = useState({ email: '' }); const send = () => window.gtag('event', 'x', { who: f.email }); return <form onSubmit={send}><input name=\"email\" onChange={(e) => setF({ ...f, [e.target.name]: e.target.value })} /></form>;",
    'const [f, setF] = useState({}); const typed = (e) => { const { name, value } = e.target; setF((before) => ({ ...before, [name]: value })); }; const send = () => window.dataLayer.push({ event: \'x\', ...f }); return <form onSubmit={send}><input name="mail" onChange={typed} /><input name="size" onChange={typed} /></form>;',
    "const r = useRef(null); const send = () => window.gtag('event', 'x', { label: r.current.value }); return <form onSubmit={send}><input type=\"email\" ref={r} /></form>;",
    "const { register, handleSubmit } = useForm(); const send = (data) => window.dataLayer.push({ event: 'x', ...data }); return <form onSubmit={handleSubmit(send)}><input {...register('email')} /></form>;",
  ])('holds what is typed: %s', async (body) => {
    expect(await personalRules('Form.jsx', component(body))).toEqual(['personal-data-in-event']);
  });

  it.each([
    'const [q, setQ] = useState(1); return <div><input type="email" /><input type="number" value={q} onChange={(e) => setQ(e.target.value)} /><button onClick={() => window.gtag(\'event\', \'x\', { quantity: q })}>x</button></div>;',
    'const [f, setF] = useState({}); const typed = (e) => { const { name, value } = e.target; setF((before) => ({ ...before, [name]: value })); }; const send = () => window.dataLayer.push({ event: \'x\', size: f.size }); return <form onSubmit={send}><input name="email" onChange={typed} /><input name="size" onChange={typed} /></form>;',
    "const { register, handleSubmit } = useForm(); const send = (data) => window.dataLayer.push({ event: 'x', size: data.size }); return <form onSubmit={handleSubmit(send)}><input {...register('email')} /></form>;",
    "const [v, setV] = useState(''); const send = () => window.gtag('event', 'x', { filled: v !== '' }); return <form onSubmit={send}><input type=\"email\" value={v} onChange={(e) => setV(e.target.value)} /></form>;",
  ])('and nothing else: %s', async (body) => {
    expect(await personalRules('Form.jsx', component(body))).toEqual([]);
  });
});

describe('a hidden field', () => {
  const page = (value: string): string =>
    `<input type="hidden" id="h" value="${value}"><script>gtag('event', 'x', { label: document.getElementById('h').value });</script>`;

  it('is what the server writes into it', async () => {
    expect(await personalRules('a.liquid', page('{{ customer.email }}'))).toEqual(['personal-data-in-event']);
    expect(await personalRules('a.liquid', page('{{ product.id }}'))).toEqual([]);
  });
});

describe('an attribute', () => {
  const page = (read: string): string =>
    `<div id="c" data-e="{{ customer.email }}" data-plan="{{ product.type }}"></div><script>gtag('event', 'x', { label: ${read} });</script>`;

  it.each([
    ["document.getElementById('c').dataset.e", 1],
    ["document.getElementById('c').getAttribute('data-e')", 1],
    ["$('#c').data('e')", 1],
    ["document.querySelector('#c').dataset.plan", 0],
    ["document.querySelector('#c').dataset.other", 0],
  ])('is what the server writes into it: %s', async (read, count) => {
    expect(await personalRules('a.liquid', page(read))).toHaveLength(count);
  });
});

describe('code of a server that asks for a switch of the vendor', () => {
  it.each([
    '$settings = AdsPixelSettings::buildFromPixelId($id);',
    '$on = AAMSettings::build_from_pixel_id( $id )->get_enable_automatic_matching();',
    "return $settings->getEnableAutomaticMatching() ? 'true' : 'false';",
  ])('follows it: %s', async (code) => {
    expect(await personalRules('a.php', `<?php function f($id, $settings) { ${code} }`)).toEqual([
      'automatic-advanced-matching',
    ]);
  });

  it.each([
    '// AdsPixelSettings::buildFromPixelId($id)',
    'class S { public static function buildFromPixelId($id) { return new S(); } }',
    '$settings = PixelSettings::build($id);',
  ])('does not in %s', async (code) => {
    expect(await personalRules('a.php', `<?php\n${code}\n`)).toEqual([]);
  });
});
