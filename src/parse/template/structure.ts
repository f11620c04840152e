/** Objects and lists that an expression of a template writes out, and what is printed without what encodes it. */

/** A stretch of an expression. */
export interface Part {
  readonly text: string;
  /** Where it begins in the expression. */
  readonly start: number;
}

/** `array('email' => $email)`, `{ email: user.email }`, `new { Email = user.Email }`, `[a, b]`. */
export interface Structure {
  readonly entries: readonly { readonly key: string | undefined; readonly value: Part }[];
  /** What is merged into it. */
  readonly merged: readonly Part[];
}

const LONGEST = 4000;
const MOST_LAYERS = 8;
const MOST_ENTRIES = 100;

/** Functions whose result is their first argument, as text for a script, in another spelling or as a digest. */
const AROUND =
  /^(?:(?:wp_)?json_encode|json|jsonify|encode|from|stringify|generate|json_escape|raw|Raw|safeJS|Serialize|SerializeObject|h|e|j|escape_javascript|html_escape|html_safe|esc_(?:js|html|attr|url)|htmlspecialchars|htmlentities|addslashes|strval|String|ToString|(?:mb_)?strto(?:lower|upper)|lower|upper|trim|strip|sanitize_(?:email|text_field)|(?:raw)?urlencode|encodeURIComponent|base64_encode|array_filter|array_values|collect|sha1|sha256|md5|hexdigest|hash)$/;
/** Of these it is the second one. */
const SECOND = /^(?:apply_filters|hash|hash_hmac)$/;
const MERGES = /^(?:array_merge|array_replace|wp_parse_args|merge)$/;
/** Filters and methods, likewise. */
const BEHIND =
  /^(?:json|tojson|to_json|toJson|toJSON|as_json|json_encode|jsonify|json_script|raw|safe|safeJS|e|escape|force_escape|escapejs|html_safe|noescape|to_s|toString|ToString|downcase|upcase|lower|upper|strip|trim|squish|url_encode|urlencode|sha1|sha256|md5|base64_encode|default|first)$/;

/** An expression without what makes a text of it: `user.email | json`, `esc_js( $user->email )`, `hash('sha256', strtolower($email))`. */
export function unencoded(expression: string): Part {
  let part = trimmed({ text: expression.slice(0, LONGEST), start: 0 });
  for (let layer = 0; layer < MOST_LAYERS; layer++) {
    const inner = withoutCast(part) ?? withoutTail(part) ?? withoutCall(part);
    if (!inner || inner.text === '') break;
    part = inner;
  }
  return part;
}

/** What an expression writes out; undefined where it is something else. */
export function structureOf(expression: string): Structure | undefined {
  const part = unencoded(expression);
  const called = callOf(part);
  if (called && MERGES.test(called.name)) return merged(called.args);
  if (called?.name === 'compact') {
    const names = called.args.flatMap(({ text, start }) => {
      const name = /^["'](\w{1,60})["']$/.exec(text)?.[1];
      return name === undefined ? [] : [{ key: name, value: { text: `$${name}`, start } }];
    });
    return { entries: names, merged: [] };
  }
  if (called?.name === 'array' || called?.name === 'dict') return entriesOf(called.args);
  const open = /^(?:new\s{0,4}(?:\[\])?\s{0,4})?[[{]/.exec(part.text)?.[0];
  if (open === undefined || closing(part.text, open.length - 1) !== part.text.length - 1) return undefined;
  return entriesOf(separated(slice(part, open.length, part.text.length - 1)));
}

function merged(args: readonly Part[]): Structure {
  const structures = args.map((arg) => ({ arg, structure: structureOf(arg.text) }));
  return {
    entries: structures.flatMap(({ arg, structure }) =>
      (structure?.entries ?? []).map(({ key, value }) => ({
        key,
        value: { ...value, start: value.start + arg.start },
      })),
    ),
    merged: structures.flatMap(({ arg, structure }) => structure?.merged ?? [arg]),
  };
}

const KEY = /^(?:"([^"\\]{1,100})"|'([^'\\]{1,100})'|:?"?([\w$-]{1,100})"?)$/;

function entriesOf(items: readonly Part[]): Structure {
  const entries: { key: string | undefined; value: Part }[] = [];
  const merged: Part[] = [];
  for (const item of items.slice(0, MOST_ENTRIES)) {
    if (item.text === '') continue;
    const spread = /^(?:\.\.\.|\*\*)/.exec(item.text)?.[0].length;
    if (spread !== undefined) {
      merged.push(trimmed(slice(item, spread, item.text.length)));
      continue;
    }
    const at = topLevel(item.text, separates);
    const [, double, single, bare] = KEY.exec(item.text.slice(0, Math.max(at, 0)).trim()) ?? [];
    const key = double ?? single ?? bare;
    if (at < 0 || key === undefined) {
      // `{ email }`, `new { user.Email }` are called after what they hold.
      entries.push({ key: at < 0 ? /^(?:[\w$]+\.)*([A-Za-z_$][\w$]*)$/.exec(item.text)?.[1] : undefined, value: item });
      continue;
    }
    const value = trimmed(slice(item, at + (item.text.startsWith('=>', at) ? 2 : 1), item.text.length));
    entries.push({ key, value: value.text === '' ? { text: key, start: item.start } : value });
  }
  return { entries, merged };
}

/** `=>`, `:` or `=` between key and value; no comparison, no `a::b`, no `?:`. */
function separates(text: string, at: number): boolean {
  const [before, sign, after] = [text[at - 1], text[at], text[at + 1]];
  if (sign === '=') return after === '>' || (after !== '=' && !/[=!<>]/.test(before ?? ''));
  return sign === ':' && after !== ':' && before !== ':' && at > 0 && before !== '?';
}

function withoutCast(part: Part): Part | undefined {
  const cast = /^\(\s{0,3}(?:object|array|string)\s{0,3}\)\s{0,3}/.exec(part.text)?.[0];
  if (cast !== undefined) return slice(part, cast.length, part.text.length);
  return part.text.startsWith('(') && closing(part.text, 0) === part.text.length - 1
    ? trimmed(slice(part, 1, part.text.length - 1))
    : undefined;
}

/** `… | name`, `… | name: 'x'`, `… | name('x')`, `….name`, `…->name()` */
function withoutTail(part: Part): Part | undefined {
  const { text } = part;
  const tail =
    /(?:\|\s{0,9}|\.|->)([A-Za-z_]\w{0,40})\s{0,3}(?:\([^()]{0,100}\)|:\s{0,3}(?:"[^"]{0,100}"|'[^']{0,100}'|[\w.]{1,60}))?$/.exec(
      text.slice(-160),
    );
  const name = tail?.[1] ?? '';
  if (!tail || !BEHIND.test(name)) return undefined;
  // A member that is called so is data: `user.first`.
  if (!tail[0].startsWith('|') && /^(?:default|first|json|raw|safe|e|hash)$/.test(name)) return undefined;
  return trimmed(slice(part, 0, text.length - tail[0].length));
}

function withoutCall(part: Part): Part | undefined {
  const called = callOf(part);
  if (!called) {
    // `raw user.to_json`, `json user`
    const word = /^([A-Za-z_]\w{0,40})\s{1,9}(?=[\w@$[{('"])/.exec(part.text);
    return word && AROUND.test(word[1] ?? '') ? slice(part, word[0].length, part.text.length) : undefined;
  }
  const { name, args } = called;
  if (SECOND.test(name) && args.length > 1) return args[1];
  return AROUND.test(name) ? args[0] : undefined;
}

/** A call that is the whole of an expression: the last part of its name, and its arguments. */
function callOf(part: Part): { readonly name: string; readonly args: readonly Part[] } | undefined {
  const head = /^[\w:.\\@$>-]{0,100}?([A-Za-z_]\w{0,60})\s{0,3}\(/.exec(part.text);
  const name = head?.[1];
  if (!head || name === undefined) return undefined;
  const open = head[0].length - 1;
  if (closing(part.text, open) !== part.text.length - 1) return undefined;
  return { name, args: separated(slice(part, open + 1, part.text.length - 1)) };
}

/** The parts between the commas of a list. */
function separated(part: Part): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  while (from <= part.text.length && parts.length < MOST_ENTRIES) {
    const comma = topLevel(part.text, (text, at) => text[at] === ',', from);
    parts.push(trimmed(slice(part, from, comma < 0 ? part.text.length : comma)));
    if (comma < 0) break;
    from = comma + 1;
  }
  return parts;
}

/** The offset of the bracket that closes the one at `open`; -1 if none. */
function closing(text: string, open: number): number {
  const found = topLevel(text, (_, at) => /[)\]}]/.test(text[at] ?? ''), open + 1);
  return found;
}

/** The first offset outside of strings and brackets that `is` takes; -1 if none. */
function topLevel(text: string, is: (text: string, at: number) => boolean, from = 0): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '"' || sign === "'" || sign === '`') {
      for (at++; at < text.length && text[at] !== sign; at++) if (text[at] === '\\') at++;
    } else if (depth === 0 && is(text, at)) return at;
    else if (/[([{]/.test(sign)) depth++;
    else if (/[)\]}]/.test(sign)) depth--;
    if (depth < 0) return -1;
  }
  return -1;
}

function slice(part: Part, from: number, to: number): Part {
  return { text: part.text.slice(from, to), start: part.start + from };
}

function trimmed(part: Part): Part {
  const body = part.text.trimStart();
  return { text: body.trimEnd().replace(/\s*;$/, ''), start: part.start + part.text.length - body.length };
}
