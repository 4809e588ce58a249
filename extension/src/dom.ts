// The one way to a page's nodes. On a form every control is a property by its name, on a document every form, image
// and frame, before the browser's own: `form.nextSibling` may be a text field, `document.body` a picture. So getters
// and methods are taken once from the prototypes, where no page can put anything, and applied to the node.
// Leaves out what is read with them. Nodes that can be neither form nor document (text, ranges, shadow roots, frames)
// are safe as they are, and our own elements too; `tests/sources/nodes.test.ts` finds what is read past this.

type Of<T> = Extract<keyof T, string>;

/** The getter of a property. */
function reads<T extends object, K extends Of<T>>(prototype: T, name: K): (of: T) => T[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new TypeError(`no getter of ${name}`);
  return Function.prototype.call.bind(get);
}

/** A method. */
function does<T extends object, K extends Of<T>>(prototype: T, name: K): Applied<T, T[K]> {
  return Function.prototype.call.bind(prototype[name] as () => unknown) as Applied<T, T[K]>;
}

type Applied<T, F> = F extends (...given: infer Given) => infer Back
  ? (of: T, ...given: Given) => Back
  : never;

const node = Node.prototype;
const element = Element.prototype;
const html = HTMLElement.prototype;
const doc = Document.prototype;
const target = EventTarget.prototype;

// ---- any node ----------------------------------------------------------------------------------

export const nodeType = reads(node, "nodeType");
export const nodeName = reads(node, "nodeName");
export const isConnected = reads(node, "isConnected");
export const firstChild = reads(node, "firstChild");
export const nextSibling = reads(node, "nextSibling");
export const parentNode = reads(node, "parentNode");
export const parentElement = reads(node, "parentElement");
export const textContent = reads(node, "textContent");
/** The address that relative ones of this node lead from. */
export const baseURI = reads(node, "baseURI");
export const contains = does(node, "contains");
export const appendChild = does(node, "appendChild");
export const getRootNode = does(node, "getRootNode");
export const compareDocumentPosition = does(node, "compareDocumentPosition");

const ownerDocument = reads(node, "ownerDocument");

/** The document that a node stands in; a document stands in itself. */
export function documentOf(of: Node): Document {
  return ownerDocument(of) ?? (of as Document);
}

// ---- elements ----------------------------------------------------------------------------------

/** In capitals for HTML, as written for others. */
export const tagName = reads(element, "tagName");
/** The open shadow root, if any. */
export const shadowRoot = reads(element, "shadowRoot");
export const hasAttribute = does(element, "hasAttribute");
export const hasAttributes = does(element, "hasAttributes");
export const getAttribute = does(element, "getAttribute");
export const setAttribute = does(element, "setAttribute");
export const checkVisibility = does(element, "checkVisibility");
export const getBoundingClientRect = does(element, "getBoundingClientRect");
export const scrollIntoView = does(element, "scrollIntoView");
export const scrollTo = does(element, "scrollTo") as unknown as (
  of: Element,
  options: ScrollToOptions,
) => void;
export const scrollTop = reads(element, "scrollTop");
export const scrollLeft = reads(element, "scrollLeft");
export const scrollHeight = reads(element, "scrollHeight");
export const matches = does(element, "matches");
export const clientWidth = reads(element, "clientWidth");
export const clientHeight = reads(element, "clientHeight");
export const closest: (of: Element, selector: string) => Element | null = does(element, "closest");
export const append = does(element, "append");
export const remove = does(element, "remove");
export const attachShadow = does(element, "attachShadow");

// What only some elements have. Asked of another, their getters throw; `instanceof` knows no frame's elements.

const namespaceURI = reads(element, "namespaceURI");
const contentEditable = reads(html, "isContentEditable");
const focusHtml = does(html, "focus");
const tabIndexOf = reads(html, "tabIndex");
const contentDocument = reads(HTMLIFrameElement.prototype, "contentDocument");
const assignedNodes = does(HTMLSlotElement.prototype, "assignedNodes");

function isHtml(of: Element, name?: string): boolean {
  return namespaceURI(of) === "http://www.w3.org/1999/xhtml" && (!name || nodeName(of) === name);
}

/** Its place among the stops of Tab; below 0 for what is none. */
export function tabIndex(of: Element): number {
  return isHtml(of) ? tabIndexOf(of as HTMLElement) : -1;
}

/** Whether it can be typed into, by itself or by what it stands in. */
export function isContentEditable(of: Element): boolean {
  return isHtml(of) && contentEditable(of as HTMLElement);
}

/** Gives it the focus, where it is one that can have it. */
export function focus(of: Element, options: FocusOptions): void {
  if (isHtml(of)) focusHtml(of as HTMLElement, options);
}

/** The document of a frame; null where it is of another origin, or no frame. */
export function frameDocument(of: Element): Document | null {
  return isHtml(of, "IFRAME") ? contentDocument(of as HTMLIFrameElement) : null;
}

/** What fills a slot, in reading order; empty where nothing does, or it is no slot. */
export function slotted(of: Element): readonly Node[] {
  return isHtml(of, "SLOT") ? assignedNodes(of as HTMLSlotElement, { flatten: true }) : [];
}

// ---- documents ---------------------------------------------------------------------------------

export const documentElement = reads(doc, "documentElement");
export const body = reads(doc, "body") as (of: Document) => HTMLElement | null;
export const title = reads(doc, "title");
/** The address of a document. */
export const url = reads(doc, "URL");
export const contentType = reads(doc, "contentType");
export const hidden = reads(doc, "hidden");
export const defaultView = reads(doc, "defaultView") as (of: Document) => (Window & typeof globalThis) | null;
export const activeElement = reads(doc, "activeElement");
export const scrollingElement = reads(doc, "scrollingElement");
export const getSelection = does(doc, "getSelection");
export const caretPositionFromPoint = does(doc, "caretPositionFromPoint");
export const createRange = does(doc, "createRange");
export const createTreeWalker = does(doc, "createTreeWalker");
export const createDocumentFragment = does(doc, "createDocumentFragment");
/** Does a command on the selection; false where it is not allowed. */
export const execCommand = does(doc, "execCommand");
export const createElement = does(doc, "createElement") as <K extends keyof HTMLElementTagNameMap>(
  of: Document,
  tag: K,
) => HTMLElementTagNameMap[K];

// ---- searches, in a document or below an element ---------------------------------------------------

/** What both have, each by its own method. */
function searches<K extends "querySelector" | "querySelectorAll" | "getElementsByTagName">(
  name: K,
): (of: Document | Element, what: string) => ReturnType<Element[K]> {
  const [inDocument, inElement] = [does(doc, name), does(element, name)] as unknown as ((
    of: Document | Element,
    what: string,
  ) => ReturnType<Element[K]>)[];
  return (of, what) => (nodeType(of) === 9 ? inDocument : inElement)?.(of, what) as ReturnType<Element[K]>;
}

export const querySelector: (of: Document | Element, selector: string) => Element | null =
  searches("querySelector");
export const querySelectorAll: (of: Document | Element, selector: string) => NodeListOf<Element> =
  searches("querySelectorAll");
/** Live: lists what is there when it is looked at. */
export const getElementsByTagName: (of: Document | Element, tag: string) => HTMLCollectionOf<Element> =
  searches("getElementsByTagName");

// ---- events ------------------------------------------------------------------------------------

type Listening = (
  of: EventTarget,
  type: string,
  listener: (event: never) => void,
  options?: AddEventListenerOptions | boolean,
) => void;

export const addEventListener = does(target, "addEventListener") as Listening;
export const removeEventListener = does(target, "removeEventListener") as Listening;
