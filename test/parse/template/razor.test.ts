import { describe, expect, it } from 'vitest';
import { guards, scan, shape } from './support.ts';

describe('razor', () => {
  it.each([
    ['@Model.Name', 'Model.Name'],
    ['@(Model.A + "b")', 'Model.A + "b"'],
    ['@Html.Raw(Json.Serialize(Model))', 'Html.Raw(Json.Serialize(Model))'],
    ['@Model.Items[0]?.Name', 'Model.Items[0]?.Name'],
    ['@await Model.NameAsync("x")', 'await Model.NameAsync("x")'],
    ['@Html.Get<string>("a)")', 'Html.Get<string>("a)")'],
  ])('takes %s as a hole', (text, expression) => {
    expect(scan(`<p id="${text.includes('"') ? "'" : ''}">${text}</p>`, 'razor').holes).toEqual([
      expect.objectContaining({ expression }),
    ]);
  });

  it.each([
    ['@if (a) { <p>HERE</p> }', ['a']],
    ['@if (a)\n{\n<p>HERE</p>\n}', ['a']],
    ['@if (a) { <p>x</p> } else { <p>HERE</p> }', ['else < a']],
    ['@if (a) { <p>x</p> } else if (b) { <p>HERE</p> }', ['b < a']],
    ['@if (a)\n{\n<p>x</p>\n}\nelse\n{\n<p>HERE</p>\n}', ['else < a']],
    ['@if (a == "}" && b == \'{\') { <p>HERE</p> }', ['a == "}" && b == \'{\'']],
    ['@if (a) { @:HERE\n }', ['a']],
    ['@if (a) { <text>HERE</text> }', ['a']],
    ['@foreach (var x in xs) { <p>HERE</p> }', ['loop']],
    ['@for (var i = 0; i < 3; i++) { <p>HERE</p> }', ['loop']],
    ['@while (a) { <p>HERE</p> }', ['loop']],
    ['@switch (a) { case "x": <p>y</p> break; case "z": <p>HERE</p> break; }', ['a == "z" < a == "x"']],
    ['@switch (a) { case "x": <p>y</p> break; default: <p>HERE</p> break; }', ['else < a == "x"']],
    ['@{ if (a) { <p>HERE</p> } }', ['a']],
    ['@{ if (a) { return; } }<p>HERE</p>', ['!(a)']],
    ['@{ var x = new { a = 1 }; }<p>HERE</p>', []],
    ['@section Scripts { <p>HERE</p> }', ['other']],
    ['@if (a) { foreach (var x in xs) { if (b) { <p>HERE</p> } } }', ['a', 'loop', 'b']],
    ['@if (a) { <div>@if (b) { <p>HERE</p> }</div> }', ['a', 'b']],
    ['@if (a) { <div><p>}</p></div> } <p>HERE</p>', []],
    ['@if (a) { <br /> <img src="x"> <p>HERE</p> }', ['a']],
    ['@if (a) { // }\n <p>HERE</p> }', ['a']],
    ['@if (a) { /* } */ <p>HERE</p> }', ['a']],
  ])('finds the guards in %s', (text, expected) => {
    expect(guards(text, 'HERE', 'razor')).toEqual(expected);
    expect(scan(text, 'razor').unbalanced).toBe(false);
  });

  it('keeps a script in code with its braces', () => {
    const text = '@if (a) {\n<script>function f() { if (b) { g("@Model.X"); } }</script>\n}\n<p>HERE</p>';
    expect(guards(text, 'function', 'razor')).toEqual(['a']);
    expect(guards(text, 'HERE', 'razor')).toEqual([]);
    expect(shape(text, 'razor')).toContain('function f() { if (b) { g("T"); } }');
  });

  it('blanks comments, directives and escapes', () => {
    expect(shape('a@* fbq() @if (x) { *@b', 'razor')).toBe('a b');
    expect(shape('@model Shop.Model\n@using A.B\n@inject X y\n@addTagHelper *, Z\n<p>x</p>', 'razor')).toMatch(
      /^<p>x<\/p>$/,
    );
    expect(shape('a @@media b', 'razor')).toBe('a @media b');
    expect(shape('user@example.com @Model.X', 'razor')).toBe('user@example.com T');
  });

  it('keeps at-rules of style sheets and linked data', () => {
    const text =
      '<style>@media (min-width: 1px) { p { } }</style><script>{"@context": "x", "@type": "y"}</script>@Model.X';
    expect(scan(text, 'razor').masked.startsWith(text.slice(0, -8))).toBe(true);
  });

  it.each([
    ['@await Html.PartialAsync("_Pixel")', '_Pixel'],
    ['@Html.Partial("_Pixel", Model)', '_Pixel'],
    ['<partial name="_Pixel" />@Model.X', '_Pixel'],
    ['@{ Layout = "_Layout"; }', '_Layout'],
  ])('takes %s as an include', (text, target) => {
    expect(scan(text, 'razor').includes.map((include) => include.target)).toContain(target);
  });
});
