/** Key of the text that readers of a message or hearers of a word see: an act's is what it says, not what it does. */
export function saidText<Key extends string | null>(key: Key): Key | string {
  return key?.replace(/^acts\./, 'messages.') ?? key;
}
