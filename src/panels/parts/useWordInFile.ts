import type { WordInFile } from '../../client/exerciseFile.ts';
import { useTexts } from '../../client/hooks.ts';

/** What names of files are made of, in the language of the page. */
export function useWordInFile(): WordInFile {
  const t = useTexts();
  return (word) => t(`home:saved.inFile.${word}`);
}
