import { describe, expect, it } from 'vitest';
import { guards, scan, shape } from './support.ts';

describe('ejs', () => {
  it.each([
    ['<%= user.email %>', 'user.email', []],
    ['<%- JSON.stringify(user) -%>', 'JSON.stringify(user)', ['stringify']],
    ['<%= a.map(x => { return x }).join() _%>', 'a.map(x => { return x }).join()', ['map', 'join']],
  ])('takes %s as a hole', (text, expression, filters) => {
    expect(scan(`<p>${text}</p>`, 'ejs').holes).toEqual([
      expect.objectContaining({ start: 3, end: 3 + text.length, expression, filters }),
    ]);
  });

  it.each([
    ['<% if (a) { %>HERE<% } %>', ['a']],
    ['<%_ if (a) { -%>HERE<%_ } _%>', ['a']],
    ['<% if (a) { %>x<% } else { %>HERE<% } %>', ['else < a']],
    ['<% if (a) { %>x<% } else if (b) { %>HERE<% } %>', ['b < a']],
    ['<% if (a("}") && /[}/]/.test(b)) { // { %>HERE<% } %>', ['a("}") && /[}/]/.test(b)']],
    ['<% items.forEach(function (item) { %>HERE<% }) %>', ['loop']],
    ['<% items.map((item) => { %>HERE<% }) %>', ['loop']],
    ['<% for (const item of items) { %>HERE<% } %>', ['loop']],
    ['<% switch (a) { case 1: %>HERE<% break } %>', ['a == 1']],
    ['<% const x = { a: { b: 1 } } %>HERE', []],
    ['<% if (!user) { return } %>HERE', ['!(!user)']],
    ['<% if (a) { %><% if (b) { %>HERE<% } %><% } %>', ['a', 'b']],
  ])('finds the guards in %s', (text, expected) => {
    expect(guards(text, 'HERE', 'ejs')).toEqual(expected);
    expect(scan(text, 'ejs').unbalanced).toBe(false);
  });

  it('closes at the first delimiter, also inside a string', () => {
    expect(shape("<% a = '%>x", 'ejs')).toBe('x');
  });

  it('leaves literal delimiters and blanks comments', () => {
    expect(shape('a<%# fbq() %>b<%% c<% /* d */ %>', 'ejs')).toBe('a b<%% c');
    expect(scan('<%# fbq() %>', 'ejs').comments[0]?.text.trim()).toBe('fbq()');
  });

  it("takes include('…') as a hole and an include", () => {
    const found = scan("<%- include('partials/pixel', { id: 1 }) %><% include header %>", 'ejs');
    expect(found.includes.map((include) => include.target)).toEqual(['partials/pixel', 'header']);
    expect(found.holes).toHaveLength(1);
  });
});

describe('erb', () => {
  it.each([
    ['<%= @user.email %>', '@user.email', []],
    ['<%== @user.to_json -%>', '@user.to_json', ['to_json']],
    ['<%= raw user.to_json %>', 'raw user.to_json', ['raw', 'to_json']],
    ['<%= j(title) if title %>', 'j(title) if title', ['j']],
    ['<%= { a: 1 }.to_json %>', '{ a: 1 }.to_json', ['to_json']],
    ['<%= items.map { |i| i.id }.join %>', 'items.map { |i| i.id }.join', []],
  ])('takes %s as a hole', (text, expression, filters) => {
    expect(scan(`<p>${text}</p>`, 'erb').holes).toEqual([
      expect.objectContaining({ start: 3, end: 3 + text.length, expression, filters }),
    ]);
  });

  it.each([
    ["<% if cookies[:ads] == 'true' %>HERE<% end %>", ["cookies[:ads] == 'true'"]],
    ['<%- if a -%>HERE<%- end -%>', ['a']],
    ['<% if a %>x<% elsif b %>HERE<% end %>', ['b < a']],
    ['<% if a %>x<% else %>HERE<% end %>', ['else < a']],
    ['<% unless a %>HERE<% end %>', ['!(a)']],
    ['<% unless a %>x<% else %>HERE<% end %>', ['else < !(a)']],
    ['<% if a &&\n   b %>HERE<% end %>', ['a &&\n   b']],
    ['<% if a then %>HERE<% end %>', ['a']],
    ["<% if a # it's\n%>HERE<% end %>", ['a']],
    ["<% case t %><% when 'a', 'b' %>HERE<% else %>x<% end %>", ["t == 'a' || t == 'b'"]],
    ['<% items.each do |item| %>HERE<% end %>', ['loop']],
    ['<% items.each { |item| %>HERE<% } %>', ['loop']],
    ['<% while a do %>HERE<% end %>', ['loop']],
    ['<% content_for :head do %>HERE<% end %>', ['other']],
    ['<%= form_for x do |f| %>HERE<% end %>', ['other']],
    ['<% x = 1 if a %>HERE', []],
    ['<% render partial: "x", if: :end %>HERE', []],
    ['<% if a; b; end %>HERE', []],
    ['<% x = if a then 1 else 2 end %>HERE', []],
    ['<% return unless consent? %>HERE', ['consent?']],
    ['<% return if optout %>HERE', ['!(optout)']],
    ['<% if a %><% items.each do |i| %><% unless b %>HERE<% end %><% end %><% end %>', ['a', 'loop', '!(b)']],
  ])('finds the guards in %s', (text, expected) => {
    expect(guards(text, 'HERE', 'erb')).toEqual(expected);
    expect(scan(text, 'erb').unbalanced).toBe(false);
  });

  it.each([
    ["<%= render 'shared/pixel' %>", 'shared/pixel'],
    ['<%= render partial: "shared/pixel", locals: { a: 1 } %>', 'shared/pixel'],
    ['<%= render(:partial => "shared/pixel") %>', 'shared/pixel'],
  ])('takes %s as an include', (text, target) => {
    expect(scan(text, 'erb').includes).toEqual([{ start: 0, end: text.length, kind: 'render', target }]);
  });
});
