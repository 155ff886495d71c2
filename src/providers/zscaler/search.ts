import type { Certificate } from '../../certificate/certificate.ts';

type Comparison = (name: string, value: string) => boolean;

/** Operators of ZPA's search (ZPA help, search parameters; LIKE is "contains"), without regard to case. */
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  EQ: (name, value) => name === value,
  LIKE: (name, value) => name.includes(value),
  CONTAINS: (name, value) => name.includes(value),
  STARTSWITH: (name, value) => name.startsWith(value),
  ENDSWITH: (name, value) => name.endsWith(value),
};

/**
 * What a search for a name stands for, to check the vendor's answer again; a search of any other kind lets
 * everything pass, since only the vendor knows its meaning.
 */
export function readSearch(search: string | null): (certificate: Certificate) => boolean {
  // Official clients write plus signs where the documentation has blanks.
  const [, operator = '', value = ''] = /^\s*name[ +]+(\w+)[ +]+(.*\S)\s*$/isu.exec(search ?? '') ?? [];
  const wanted = value.toLowerCase();
  const word = operator.toUpperCase();
  if (word === 'NE') return (certificate) => namesOf(certificate).every((name) => name !== wanted);
  const compare = COMPARISONS[word];
  if (compare === undefined) return () => true;
  return (certificate) => namesOf(certificate).some((name) => compare(name, wanted));
}

/** The name as people wrote it, and as the vendor keeps it. */
function namesOf({ name, vendor }: Certificate): readonly string[] {
  return [name, vendor.name].flatMap((one) => (typeof one === 'string' ? one.toLowerCase() : []));
}
