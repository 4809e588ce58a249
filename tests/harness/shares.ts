// What the bar in a panel showed while an article was read. Runs in the page. Leaves out what is expected of it.

/** From here on each share that the bar shows, once and in order, in `window.shares`. */
export function watchShares(): void {
  const shares: number[] = [];
  const look = () => {
    const share = document.querySelector("progress")?.value;
    if (share !== undefined && share !== shares.at(-1)) shares.push(share);
  };
  Object.assign(window, { shares });
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
}
