// The browser's extension interface, under whichever name it has: `browser` in Firefox, `chrome`
// in Chromium; both answer with promises. Undefined on ordinary pages such as the demo.

// Only what is the global's own: an element of a page called "browser" is a global too.

const scope = globalThis as { browser?: typeof chrome; chrome?: typeof chrome };

export const api = (Object.hasOwn(scope, "browser") ? scope.browser : scope.chrome) as typeof chrome;
