// Keeps the popup within the height that the browser gives it. It asks for up to 600 px and gets less on a
// small screen; then only its list is to scroll, not the whole with the ways out below the edge.

/** Milliseconds after which a popup that a browser can make higher has been made higher. */
const SETTLED = 300;
/** Less than this is no screen, but a popup that is still growing. */
const LEAST = 400;

/** Watches the panel for as long as its page lives. */
export function fitPopup(panel: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const room = window.innerHeight;
      if (room >= LEAST && panel.offsetHeight > room + 1) panel.style.maxBlockSize = `${room}px`;
    }, SETTLED);
  }).observe(panel);
}
