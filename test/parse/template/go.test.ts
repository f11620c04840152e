import { describe, expect, it } from 'vitest';
import { guards, scan, shape } from './support.ts';

describe('go', () => {
  it.each([
    ['{{ .Title }}', '.Title', []],
    ['{{- .Title | jsonify -}}', '.Title | jsonify', ['jsonify']],
    ['{{ printf "%s}}" .X }}', 'printf "%s}}" .X', ['printf']],
    ['{{ `}}` }}', '`}}`', []],
    ['{{ site.Params.pixel.id | safeJS }}', 'site.Params.pixel.id | safeJS', ['safeJS']],
  ])('takes %s as a hole', (text, expression, filters) => {
    expect(scan(`<p>${text}</p>`, 'go').holes).toEqual([
      expect.objectContaining({ start: 3, end: 3 + text.length, expression, filters }),
    ]);
  });

  it.each([
    ['{{ if .A }}HERE{{ end }}', ['.A']],
    ['{{- if and .A (eq .B "x") -}}HERE{{- end -}}', ['and .A (eq .B "x")']],
    ['{{ if .A }}x{{ else }}HERE{{ end }}', ['else < .A']],
    ['{{ if .A }}x{{ else if .B }}HERE{{ end }}', ['.B < .A']],
    ['{{ if .A }}x{{ else if .B }}y{{ else }}HERE{{ end }}', ['else < .A, .B']],
    ['{{ with .A }}HERE{{ end }}', ['.A']],
    ['{{ with $x := .A }}HERE{{ end }}', ['.A']],
    ['{{ with .A }}x{{ else with .B }}HERE{{ end }}', ['.B < .A']],
    ['{{ range .A }}HERE{{ end }}', ['loop']],
    ['{{ range $i, $x := .A }}HERE{{ else }}y{{ end }}', ['loop']],
    ['{{ define "head" }}HERE{{ end }}', ['other']],
    ['{{ block "head" . }}HERE{{ end }}', ['other']],
    ['{{ if .A }}{{ range .B }}{{ with .C }}HERE{{ end }}{{ end }}{{ end }}', ['.A', 'loop', '.C']],
    ['{{ $x := 1 }}{{ $x = 2 }}HERE', []],
    ['{{ if eq .A "{{" }}HERE{{ end }}', ['eq .A "{{"']],
    ['{{ if (\n  .A\n) }}HERE{{ end }}', ['(\n  .A\n)']],
  ])('finds the guards in %s', (text, expected) => {
    expect(guards(text, 'HERE', 'go')).toEqual(expected);
    expect(scan(text, 'go').unbalanced).toBe(false);
  });

  it('blanks comments and shortcodes', () => {
    expect(shape('a{{/* fbq() {{ x }} */}}b', 'go')).toBe('a b');
    expect(shape('a{{- /* fbq() */ -}}b', 'go')).toBe('a b');
    expect(scan('{{< youtube "abc" >}}{{ .X }}', 'go').masked).not.toContain('youtube');
    expect(scan('{{% note %}}x{{% /note %}}{{ .X }}', 'go').masked).toContain('x');
  });

  it.each([
    ['{{ partial "head/pixel.html" . }}', 'partial', 'head/pixel.html'],
    ['{{- partialCached "pixel.html" . -}}', 'partialCached', 'pixel.html'],
    ['{{ template "pixel" . }}', 'template', 'pixel'],
  ])('takes %s as an include', (text, kind, target) => {
    expect(scan(text, 'go').includes).toEqual([expect.objectContaining({ kind, target })]);
  });

  it('prints values in scripts', () => {
    expect(shape('var a = {{ .X | jsonify }}, b = "{{ .Y }}"; {{ with .Z }}f({{ . }});{{ end }}', 'go')).toBe(
      'var a = T, b = "T"; f(T);',
    );
  });
});
