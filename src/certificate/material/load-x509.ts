/** The library that makes and reads certificate requests. It is loaded when first needed: it costs as much as all the rest. */
export async function loadX509(): Promise<typeof import('@peculiar/x509')> {
  provideReflectMetadata();
  return import('@peculiar/x509');
}

/** The library's dependency injection asks for three functions of the Reflect Metadata proposal, which no runtime has. */
function provideReflectMetadata(): void {
  if ('getMetadata' in Reflect) return;
  const store = new WeakMap<object, Map<unknown, unknown>>();
  const read = (key: unknown, target: object): unknown => store.get(target)?.get(key);
  const readInherited = (key: unknown, target: object | null): unknown =>
    target === null ? undefined : (read(key, target) ?? readInherited(key, Reflect.getPrototypeOf(target)));
  const define = (key: unknown, value: unknown, target: object): void => {
    const entries = store.get(target) ?? new Map<unknown, unknown>();
    store.set(target, entries.set(key, value));
  };
  Object.assign(Reflect, { getMetadata: readInherited, getOwnMetadata: read, defineMetadata: define });
}
