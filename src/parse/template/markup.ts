/** One attribute of a tag that a template engine reads. Offsets count from the start of the text. */
export interface TagAttribute {
  /** In lower case. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The value without quotes. */
  readonly value: string;
  readonly valueStart: number;
}

/** The attributes that stand in `[start, end)` of a text: inside a tag, behind its name. */
export function attributesIn(text: string, start: number, end: number): TagAttribute[] {
  const found: TagAttribute[] = [];
  const part = text.slice(start, end);
  const name = /[^\s=/>"']+/g;
  for (let match = name.exec(part); match !== null && found.length < 200; match = name.exec(part)) {
    const at = start + match.index;
    const nameEnd = at + match[0].length;
    const sign = /^\s*=\s*/.exec(part.slice(nameEnd - start, nameEnd - start + 100))?.[0];
    if (sign === undefined) {
      found.push({ name: match[0].toLowerCase(), start: at, end: nameEnd, value: '', valueStart: nameEnd });
      continue;
    }
    const valueAt = nameEnd + sign.length;
    const quote = text[valueAt];
    const quoted = quote === '"' || quote === "'";
    const from = quoted ? valueAt + 1 : valueAt;
    const to = quoted ? quotedEnd(text, valueAt, end) : bareEnd(text, valueAt, end);
    const stop = quoted ? Math.min(end, to + 1) : to;
    found.push({ name: match[0].toLowerCase(), start: at, end: stop, value: text.slice(from, to), valueStart: from });
    name.lastIndex = Math.max(stop, at + 1) - start;
  }
  return found;
}

function quotedEnd(text: string, start: number, end: number): number {
  const quote = text[start];
  let inside = false;
  for (let at = start + 1; at < end; at += 1) {
    const sign = text[at];
    if (sign === quote && !inside) return at;
    if (sign === '{' && /[$#*@~]/.test(text[at - 1] ?? '')) inside = true;
    else if (sign === '}') inside = false;
  }
  return end;
}

function bareEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !/[\s>]/.test(text[at] ?? '>')) at += 1;
  return at;
}

/** The attribute of the name, if it is there. */
export function attributeOf(attributes: readonly TagAttribute[], name: string): TagAttribute | undefined {
  return attributes.find((attribute) => attribute.name === name);
}
