/**
 * Whether one of a certificate's names covers a host name: the same one, or a wildcard that stands for exactly its
 * first label (RFC 9525, section 6.3; ZPA help, Uploading Web Server Certificates). A wildcard name is covered by
 * itself alone.
 */
export function coversName(names: readonly string[], name: string): boolean {
  const wanted = normalise(name);
  const [label = '', ...rest] = wanted.split('.');
  const wildcard = label === '*' || rest.length === 0 ? null : ['*', ...rest].join('.');
  return names.some((one) => {
    const given = normalise(one);
    return given === wanted || given === wildcard;
  });
}

function normalise(name: string): string {
  return name.trim().toLowerCase().replace(/\.$/, '');
}
