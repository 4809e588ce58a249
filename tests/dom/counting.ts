// Counts what is asked of the DOM, and what arrays move. Imported before anything else: what reads a page takes the
// prototypes' getters and methods when it is loaded (extension/src/dom.ts), and must get the counting ones.
// Leaves out what may be asked how often (slices.test.ts).

/** What was asked of the page. */
export interface Asked {
  /** Properties read and methods called. */
  touches: number;
  /** UTF-16 units of text given. */
  units: number;
  /** Searches through the whole document. */
  searches: number;
  /** Elements that moved because one in front of them was taken out of an array. */
  moved: number;
}

/** Since it was last set to `nothing()`. */
export const count: { asked: Asked } = { asked: nothing() };

export function nothing(): Asked {
  return { touches: 0, units: 0, searches: 0, moved: 0 };
}

function wrap(owner: object, names: string[], after: (given: unknown) => void): void {
  for (const name of names) {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    if (!own) throw new Error(`no ${name} to count`);
    const given = own.get ?? (own.value as (...given: unknown[]) => unknown);
    const counting = function (this: unknown, ...args: unknown[]) {
      const value = Reflect.apply(given, this, args);
      count.asked.touches++;
      after(value);
      return value;
    };
    Object.defineProperty(owner, name, own.get ? { ...own, get: counting } : { ...own, value: counting });
  }
}

const plain = () => {};
const text = (given: unknown) => {
  count.asked.units += typeof given === "string" ? given.length : 0;
};
const search = () => {
  count.asked.searches++;
};
const searching = ["querySelector", "querySelectorAll", "getElementsByTagName"];

wrap(Node.prototype, ["nodeType", "firstChild", "nextSibling", "parentElement", "isConnected"], plain);
wrap(Node.prototype, ["getRootNode", "contains"], plain);
wrap(Node.prototype, ["textContent"], text);
wrap(CharacterData.prototype, ["length"], plain);
wrap(CharacterData.prototype, ["data", "substringData"], text);
wrap(Element.prototype, ["tagName", "hasAttribute", "hasAttributes", "closest"], plain);
wrap(Element.prototype, ["checkVisibility", "shadowRoot"], plain);
wrap(Element.prototype, ["getAttribute"], text);
wrap(Element.prototype, searching, plain);
wrap(Document.prototype, searching, search);
wrap(TreeWalker.prototype, ["nextNode"], plain);
wrap(Range.prototype, ["setStart", "setEnd"], plain);

const { shift } = Array.prototype;
Array.prototype.shift = function (this: unknown[]) {
  count.asked.moved += this.length;
  return shift.call(this);
};
