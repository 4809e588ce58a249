// What a value must look like to be believed: one description that is the check when the program runs and the type when
// it is compiled. Leaves out what is described (protocol.ts, changes.ts), and indices that must lead
// somewhere (checks.ts).
//
// Each description is a call that changes nothing, marked as such where it stands, so that a script has in it only those
// that it asks for.

/** A check, and the type of what passes it. */
export type Is<T> = (value: unknown) => value is T;
/** The type of what a description lets through. */
export type Of<S> = S extends Is<infer T> ? T : never;

export const isText: Is<string> = (value) => typeof value === "string";
export const isFlag: Is<boolean> = (value) => typeof value === "boolean";
export const isNumber: Is<number> = (value) => typeof value === "number";
/** A place in a list, or a count. */
export const isIndex: Is<number> = (value): value is number =>
  Number.isInteger(value) && (value as number) >= 0;

/** Text of at most so many UTF-16 units, and at least so many. */
export const textOf = (most: number, least = 0): Is<string> =>
  ((value: unknown) =>
    typeof value === "string" && value.length <= most && value.length >= least) as Is<string>;

/** One of these and nothing else. */
export const only = <const T extends readonly (string | null)[]>(...values: T): Is<T[number]> =>
  ((value: unknown) => (values as readonly unknown[]).includes(value)) as Is<T[number]>;

export const orNull = <T>(is: Is<T>): Is<T | null> =>
  ((value: unknown) => value === null || is(value)) as Is<T | null>;

/** A list of these, of at least and at most so many. */
export const listOf = <T>(is: Is<T>, least = 0, most = Number.POSITIVE_INFINITY): Is<T[]> =>
  ((value: unknown) =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(is)) as Is<T[]>;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

type Shape = Record<string, Is<unknown>>;

/** An object with these fields; what else it has nobody reads. */
export const record = <S extends Shape>(shape: S): Is<{ [K in keyof S]: Of<S[K]> }> =>
  ((value: unknown) => isRecord(value) && Object.entries(shape).every(([key, is]) => is(value[key]))) as Is<{
    [K in keyof S]: Of<S[K]>;
  }>;

/** The same, and of these further fields those that it has. */
export const recordWith = <S extends Shape, M extends Shape>(
  shape: S,
  more: M,
): Is<{ [K in keyof S]: Of<S[K]> } & { [K in keyof M]?: Of<M[K]> }> =>
  ((value: unknown) =>
    isRecord(value) &&
    Object.entries(shape).every(([key, is]) => is(value[key])) &&
    Object.entries(more).every(([key, is]) => value[key] === undefined || is(value[key]))) as Is<
    { [K in keyof S]: Of<S[K]> } & { [K in keyof M]?: Of<M[K]> }
  >;

/** One of several. */
export const either = <T extends readonly Is<unknown>[]>(...each: T): Is<Of<T[number]>> =>
  ((value: unknown) => each.some((is) => is(value))) as Is<Of<T[number]>>;
