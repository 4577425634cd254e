/** Memory of what was worked out once, most of it from an object that never changes, forgotten together with it. */

/**
 * `make` with its result kept for the object that `by` tells of what is given (the given thing itself where there is no `by`).
 * It must depend on nothing else, and its result must not be changed. For what depends on a text as well, it returns a
 * `Map` or `remembered` (`text/remembered.ts`).
 */
export function perObject<Given extends object, T>(
  make: (given: Given) => T,
  by: (given: Given) => object = itself,
): (given: Given) => T {
  const memory = new WeakMap<object, { readonly made: T }>();
  return (given) => {
    const key = by(given);
    let known = memory.get(key);
    if (known === undefined) {
      known = { made: make(given) };
      memory.set(key, known);
    }
    return known.made;
  };
}

/** The same for what depends on something else as well: the result is kept for the last of these, by identity. */
export function perObjectUnder<Key extends object, Other, T>(
  make: (key: Key, other: Other) => T,
): (key: Key, other: Other) => T {
  const memory = new WeakMap<object, { readonly other: Other; readonly made: T }>();
  return (key, other) => {
    let known = memory.get(key);
    if (known === undefined || known.other !== other) {
      known = { other, made: make(key, other) };
      memory.set(key, known);
    }
    return known.made;
  };
}

/** `make` with its result kept: it is called when first asked for, and never again. */
export function once<T>(make: () => T): () => T {
  let known: { readonly made: T } | undefined;
  return () => {
    known ??= { made: make() };
    return known.made;
  };
}

function itself(given: object): object {
  return given;
}
