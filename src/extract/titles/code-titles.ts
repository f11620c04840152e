/**
 * What the code of a page says of that page: its title and description, its headings, where it stands. Frameworks take them
 * from exports, from functions and from components; nothing of it has to be evaluated to be read.
 *
 * Source: nextjs.org/docs (metadata, generateMetadata, next/head), npm next-seo, react-helmet; nuxt.com/docs (useHead, useSeoMeta,
 * definePageMeta); reactrouter.com/start/framework/route-module (meta); gatsbyjs.com/docs (Head); angular.dev (Title, Meta).
 */
import type { ContextFact } from '../../model/unit.ts';
import type { ESTree } from '../../parse/script.ts';
import { placeOf, type ScriptText } from '../machine/script-text.ts';
import { describedBy, isDescriptive } from './components.ts';
import { FILE_ROUTES, type ListedRoute, ROUTE_ELEMENTS, routeOfElement, routeOfObject } from './route-lists.ts';
import { bare, childNodes, isNode, keyOf, membersOf, Words } from './words.ts';

/** What a text has that says anything of its page: all others are not gone through. */
const SAYS =
  /document\.title|\b(?:metadata|generateMetadata|metaInfo|definePage|definePageMeta|set\w{0,30}Title|updateTag|addTag|head)\b|\bmeta\s{0,5}[=:(]|use(?:Server)?(?:Head|Seo|Meta)|use\w{0,30}Title\b|<(?:title|h1|meta|nav)\b|<\w{0,60}(?:[Ss][Ee][Oo]|Head|Helmet|Meta|Layout|Page|Title|Hero)\b|breadcrumb|['"]@type['"]|itemType|\bpath['"]?\s{0,5}[:=]\s{0,5}["'`{]|createFileRoute/i;
/** A longer text is a bundle, not a page. */
const MAX_LENGTH = 300_000;
const MAX_NODES = 60_000;
const MAX_FACTS = 60;
const MAX_DEPTH = 5;
const MAX_BELOW = 2000;
const MAX_LOOKS = 200;

/** Functions that take what a page's head says. */
const HEADS = /^(?:use(?:Server)?(?:Head|SeoMeta|Seo|Meta)(?:Safe)?|definePage(?:Meta)?)$/;
/** Functions that take a title alone. */
const TITLES = /^(?:use(?:Document|Page|Head)?Title|set(?:Document|Page)Title)$/;
const EXPORTS = new Set(['metadata', 'generateMetadata', 'meta', 'head']);
/** Options of a component or a route that describe the head. */
const OPTIONS = new Set(['head', 'metaInfo']);

export class CodeTitles {
  readonly #facts: ContextFact[] = [];
  readonly #constants = new Map<string, string | undefined>();

  get facts(): readonly ContextFact[] {
    return this.#facts;
  }

  /** The text that a name of the page's own stands for. */
  constant(name: string): string | undefined {
    return this.#constants.get(name);
  }

  read(script: ScriptText, program: ESTree.Program, always = false): void {
    const { masked } = script;
    if (masked.length > MAX_LENGTH || !(always || SAYS.test(masked))) return;
    const nodes = nodesOf(program);
    const words = new Words(masked, (name) => this.#constants.get(name));
    for (const node of nodes) if (node.type === 'VariableDeclarator') this.#declared(node, words);
    const reading = new Reading(script, words, (fact) => {
      if (this.#facts.length < MAX_FACTS && fact.text.trim() !== '') this.#facts.push(fact);
    });
    for (const node of nodes) reading.node(node);
  }

  #declared({ id, init }: ESTree.VariableDeclarator, words: Words): void {
    if (id.type !== 'Identifier' || !init || !/^(?:Literal|TemplateLiteral)$/.test(bare(init).type)) return;
    const text = words.of(init);
    const known = this.#constants.get(id.name);
    // A name that stands for several things is none.
    this.#constants.set(id.name, this.#constants.has(id.name) && known !== text ? undefined : text);
  }
}

/** All nodes in order, up to a number of them; pictures say nothing of the page. */
function nodesOf(program: ESTree.Program): ESTree.Node[] {
  const found: ESTree.Node[] = [];
  const waiting: ESTree.Node[] = [program];
  for (let node = waiting.pop(); node && found.length < MAX_NODES; node = waiting.pop()) {
    if (node.type === 'JSXElement' && tagName(node) === 'svg') continue;
    found.push(node);
    waiting.push(...childNodes(node).reverse());
  }
  return found;
}

class Reading {
  readonly #script: ScriptText;
  readonly #words: Words;
  readonly #add: (fact: ContextFact) => void;
  #looks = 0;

  constructor(script: ScriptText, words: Words, add: (fact: ContextFact) => void) {
    this.#script = script;
    this.#words = words;
    this.#add = add;
  }

  node(node: ESTree.Node): void {
    switch (node.type) {
      case 'AssignmentExpression':
        if (isDocumentTitle(node.left)) this.#say('title', node.right);
        return;
      case 'CallExpression':
        this.#call(node);
        return;
      case 'ExportNamedDeclaration':
        this.#exported(node);
        return;
      case 'Property':
        this.#property(node);
        return;
      case 'ObjectExpression':
        this.#route(routeOfObject(node, this.#words));
        return;
      case 'JSXElement':
        this.#element(node);
        return;
      default:
    }
  }

  #say(about: ContextFact['about'], node: ESTree.Node, text = this.#words.of(node)): void {
    this.#add({ about, text, location: placeOf(this.#script, node) });
  }

  #route(route: ListedRoute | undefined): void {
    if (route) this.#say('route', route.node, route.text);
  }

  #call({ callee, arguments: [first] }: ESTree.CallExpression): void {
    if (!first) return;
    const name = nameOf(callee);
    if (HEADS.test(name)) this.#describe(first);
    else if (TITLES.test(name)) this.#say('title', first);
    else if (FILE_ROUTES.test(name)) this.#say('path', first);
    else if (callee.type !== 'MemberExpression') return;
    else if (name === 'setTitle' && /title|seo|meta|page/i.test(nameOf(callee.object))) this.#say('title', first);
    else if (name === 'updateTag' || name === 'addTag') this.#tag(first);
  }

  #exported({ declaration }: ESTree.ExportNamedDeclaration): void {
    if (declaration?.type === 'FunctionDeclaration') {
      if (declaration.id && EXPORTS.has(declaration.id.name)) this.#describe(declaration);
    } else if (declaration?.type === 'VariableDeclaration')
      for (const { id, init } of declaration.declarations)
        if (init && id.type === 'Identifier' && EXPORTS.has(id.name)) this.#describe(init);
  }

  #property({ key, value }: ESTree.Property): void {
    const name = keyOf(key);
    if (OPTIONS.has(name) && /^(?:Object|Function|ArrowFunction)Expression$/.test(value.type)) this.#describe(value);
    if (name === '@type') this.#say('structured-data', value);
  }

  /** An object that describes the head, a function that gives one, or a list of its parts. */
  #describe(node: ESTree.Node, depth = 0): void {
    if (depth > MAX_DEPTH) return;
    const value = bare(node);
    switch (value.type) {
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
        for (const given of this.#givenBy(value)) this.#describe(given, depth + 1);
        return;
      case 'CallExpression':
        if (value.arguments[0]) this.#describe(value.arguments[0], depth + 1);
        return;
      case 'ArrayExpression':
        for (const one of value.elements) if (one) this.#tag(one, depth + 1);
        return;
      case 'ObjectExpression':
        for (const property of value.properties)
          if (property.type === 'Property') this.#described(keyOf(property.key), property.value, depth + 1);
        return;
      default:
    }
  }

  #described(key: string, value: ESTree.Node, depth: number): void {
    if (/^(?:title|(?:og|twitter)Title|siteName|ogSiteName|applicationName|titleTemplate)$/.test(key)) {
      const inner = bare(value);
      // `title: { default, template, absolute }`.
      if (inner.type !== 'ObjectExpression') this.#say('title', value);
      else for (const one of inner.properties) if (one.type === 'Property') this.#say('title', bare(one.value));
    } else if (/^(?:description|(?:og|twitter)Description|keywords)$/.test(key)) this.#say('description', value);
    else if (key === 'canonical') this.#say('path', value);
    else if (/^(?:openGraph|alternates|meta|twitter)$/.test(key)) this.#describe(value, depth);
  }

  /** One part of the head: `{ title }`, `{ name: 'description', content }`. */
  #tag(node: ESTree.Node, depth = 0): void {
    const value = bare(node);
    if (value.type !== 'ObjectExpression') return;
    const members = membersOf(value.properties);
    const word = ['name', 'property', 'hid'].map((key) => members.get(key)).find((one) => one !== undefined);
    const content = members.get('content');
    if (!word || !content) this.#describe(value, depth + 1);
    else this.#meta(this.#words.of(word), content);
  }

  #meta(name: string, content: ESTree.Node): void {
    if (/^(?:og:|twitter:)?description$|^keywords$/i.test(name)) this.#say('description', content);
    else if (/^(?:og:title|og:site_name|twitter:title)$/i.test(name)) this.#say('title', content);
  }

  #element(node: ESTree.JSXElement): void {
    const name = tagName(node);
    const attribute = (key: string): ESTree.Node | undefined => attributeOf(node, key);
    const words = `${name} ${['className', 'class', 'aria-label'].map((key) => this.#wordsOf(attribute(key))).join(' ')}`;
    if (name === 'title') this.#inside('title', node);
    else if (name === 'h1') this.#inside('heading', node);
    else if (name === 'meta') {
      const content = attribute('content');
      if (content) this.#meta(this.#wordsOf(attribute('name') ?? attribute('property')), content);
    } else if (/breadcrumb/i.test(words) && /^(?:nav|ol|ul|div|[A-Z])/.test(name)) this.#breadcrumb(node);
    else if (name === 'nav') this.#menu(node);
    else if (ROUTE_ELEMENTS.test(name)) {
      this.#route(routeOfElement(attribute, this.#words));
    } else if (isDescriptive(name))
      for (const [key, about] of describedBy(name)) {
        const value = attribute(key);
        if (value) this.#say(about, value);
      }
    const type = attribute('itemType');
    if (type) this.#say('structured-data', type);
  }

  #inside(about: ContextFact['about'], node: ESTree.JSXElement): void {
    this.#say(about, node.openingElement, this.#words.inside(node));
  }

  #wordsOf(node: ESTree.Node | undefined): string {
    return node ? this.#words.of(node) : '';
  }

  /** The steps back, between the tags or as a list of objects. */
  #breadcrumb(node: ESTree.JSXElement): void {
    const listed = node.openingElement.attributes
      .flatMap((one) => (one.type === 'JSXAttribute' && one.value ? [one.value] : []))
      .flatMap((value) => this.#below(value))
      .filter((one) => one.type === 'Property' && /^(?:name|label|title|text)$/.test(keyOf(one.key)))
      .map((one) => (one.type === 'Property' ? this.#words.of(one.value) : ''));
    this.#say('breadcrumb', node.openingElement, [...listed, this.#words.inside(node)].join(' ').trim());
  }

  /** What the links of a menu say, each once. */
  #menu(node: ESTree.JSXElement): void {
    const links = this.#below(node).flatMap((one) =>
      one.type === 'JSXElement' && /^a$|Link$/.test(tagName(one)) ? [this.#words.inside(one)] : [],
    );
    const texts = [...new Set(links)].filter((text) => text !== '');
    this.#say('navigation', node.openingElement, texts.join(' | '));
  }

  /** The nodes in one, in order; what is nested without end is looked through so often and no more. */
  #below(node: ESTree.Node): ESTree.Node[] {
    const found: ESTree.Node[] = [];
    if (++this.#looks > MAX_LOOKS) return found;
    const waiting = [node];
    for (let one = waiting.pop(); one && found.length < MAX_BELOW; one = waiting.pop()) {
      found.push(one);
      waiting.push(...childNodes(one).reverse());
    }
    return found;
  }

  /** What a function gives back. */
  #givenBy(fn: ESTree.ArrowFunctionExpression | ESTree.FunctionExpression | ESTree.FunctionDeclaration): ESTree.Node[] {
    const { body } = fn;
    if (!isNode(body)) return [];
    if (body.type !== 'BlockStatement') return [body];
    return this.#below(body).flatMap((one) => (one.type === 'ReturnStatement' && one.argument ? [one.argument] : []));
  }
}

function isDocumentTitle(node: ESTree.Node): boolean {
  return node.type === 'MemberExpression' && nameOf(node) === 'title' && nameOf(node.object) === 'document';
}

/** The last name of a callee or a member. */
function nameOf(node: ESTree.Node): string {
  const at = bare(node);
  if (at.type === 'Identifier') return at.name;
  return at.type === 'MemberExpression' && at.property.type === 'Identifier' ? at.property.name : '';
}

function tagName({ openingElement: { name } }: ESTree.JSXElement): string {
  if (name.type === 'JSXIdentifier') return name.name;
  return name.type === 'JSXMemberExpression' && name.property.type === 'JSXIdentifier' ? name.property.name : '';
}

function attributeOf({ openingElement }: ESTree.JSXElement, key: string): ESTree.Node | undefined {
  for (const one of openingElement.attributes)
    if (one.type === 'JSXAttribute' && one.name.type === 'JSXIdentifier' && one.name.name === key)
      return one.value ?? undefined;
  return undefined;
}
