// One way to hold an engine, here and in the extension: it is started once, a start that failed is
// tried again, and after a breakdown the next question has a fresh one.

export function guard({ start, calls, reset }) {
  let starting;
  const load = () => {
    starting ??= Promise.resolve(start()).catch((error) => {
      starting = undefined;
      throw error;
    });
    return starting;
  };
  const guarded =
    (call) =>
    (...question) => {
      try {
        return call(...question);
      } catch (error) {
        // The engine's own refusals are plain errors. Anything else (a trap, no stack, no memory) leaves
        // an instance in a state that nobody knows: it is put aside.
        if (Object.getPrototypeOf(error) !== Error.prototype) reset();
        throw error;
      }
    };
  const named = Object.entries(calls).map(([name, call]) => [name, guarded(call)]);
  return { load, ...Object.fromEntries(named) };
}
