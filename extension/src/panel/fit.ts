// Keeps the popup within the height that the browser gives it. It asks for up to 600 px and gets less on a
// small screen; then only its list is to scroll, not the whole with the ways out below the edge.

/** Milliseconds after which a popup that a browser can make higher has been made higher. */
const SETTLED = 300;
/** What stands above and below the list, with a few rows of it: in less the whole has to scroll. */
const LEAST = 480;

/** Watches the panel for as long as its page lives. */
export function fitPopup(panel: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const room = window.innerHeight;
      if (room >= LEAST && panel.offsetHeight > room + 1) panel.style.maxBlockSize = `${room}px`;
    }, SETTLED);
  };
  new ResizeObserver(look).observe(panel);
  window.addEventListener("resize", look);
}
