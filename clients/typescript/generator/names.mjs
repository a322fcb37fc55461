// How the words of an operationId become the names of a method and of the types around it.
const singular = (word) => word.replace(/ies$/, "y").replace(/(x|ch|sh|ss)es$/, "$1").replace(/([^s])s$/, "$1");

export const camel = (words) => words.map((word, at) => (at ? word[0].toUpperCase() + word.slice(1) : word)).join("");

export const pascal = (operationId) => operationId.split("_").map((word) => word[0].toUpperCase() + word.slice(1)).join("");

/** `list_part_locations` of the tag `parts` is `listLocations`: the verb stays, and the tag's own noun goes. */
export function methodName(operationId, tag) {
  const [verb, ...nouns] = operationId.split("_");
  const own = singular(tag);
  return camel([verb, ...nouns.filter((noun) => singular(noun) !== own)]);
}
