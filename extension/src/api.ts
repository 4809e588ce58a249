// The browser's extension interface, under whichever name it has: `browser` in Firefox, `chrome`
// in Chromium; both answer with promises. Undefined on ordinary pages such as the demo.

const scope = globalThis as { browser?: typeof chrome; chrome?: typeof chrome };

export const api = (scope.browser?.runtime ? scope.browser : scope.chrome) as typeof chrome;
