// Keeps the closed root of the card for tests inside a page: `window.shadow`. Imported before everything of ours, which
// takes the browser's methods from their prototypes as it is loaded.

const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  const root = attach.call(this, init);
  if (this.localName === "ascribe-card") Object.assign(window, { shadow: root, shadowMode: init.mode });
  return root;
};
