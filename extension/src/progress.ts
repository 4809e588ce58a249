// How far a question is that takes long: passed on from when the reader has waited long enough to wonder.
// Leaves out where the share comes from (the engine) and where it is shown (panel/progress.tsx).

/** Milliseconds that a reader waits without being told how far it is. */
const WAIT = 150;

/** Takes shares from now on and tells those, 0 to 1, that come after the wait; none that is not more than the last. */
export function afterAWhile(tell: (share: number) => void, clock = () => performance.now()) {
  const began = clock();
  let told = 0;
  return (share: number): void => {
    if (clock() - began < WAIT || share <= told) return;
    told = share;
    tell(share);
  };
}
