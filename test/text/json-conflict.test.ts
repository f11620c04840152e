import { describe, expect, it } from 'vitest';
import { ConfigDocument } from '../../src/config/document.ts';
import { parseJson, UNRESOLVED } from '../../src/text/json-error.ts';

const CONFLICT = '{\n  "a": [\n<<<<<<< HEAD\n    1\n=======\n    2\n>>>>>>> other\n  ]\n}\n';

describe('a file with both sides of a merge', () => {
  it.each([
    ['as Git leaves it', CONFLICT, CONFLICT.indexOf('<<<')],
    [
      'with the line ends of Windows',
      CONFLICT.replaceAll('\n', '\r\n'),
      CONFLICT.replaceAll('\n', '\r\n').indexOf('<<<'),
    ],
    ['half repaired', CONFLICT.replace('<<<<<<< HEAD\n', ''), CONFLICT.replace('<<<<<<< HEAD\n', '').indexOf('===')],
  ])('%s is told as that in JSON', (_, text, offset) => {
    expect(parseJson(text)).toEqual({ ok: false, error: { message: UNRESOLVED, offset } });
  });

  it.each([['{ "a": <b> }'], ['{ "a": <<< }'], ['{ "a": ======== }']])('%s is another mistake', (text) => {
    expect(parseJson(text)).toMatchObject({ ok: false, error: { message: expect.not.stringContaining('merge') } });
  });

  it('is told as that in YAML', () => {
    const text = 'rules:\n<<<<<<< HEAD\n  a: off\n=======\n  b: off\n>>>>>>> other\n';
    expect(() => new ConfigDocument(text, '.taglint.yml')).toThrow(`.taglint.yml:2:1: ${UNRESOLVED}`);
    expect(() => new ConfigDocument('a: "<<<<<<< HEAD"\n', 'x')).not.toThrow();
  });
});
