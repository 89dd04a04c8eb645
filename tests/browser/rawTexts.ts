/**
 * Runs in a page, before its own scripts: whatever text comes on it that still holds a placeholder, or is the key of a
 * text and not the text, is said as an error on the console, once each. It must stand alone: it is sent as its source.
 */
export function watchRawTexts(): void {
  const placeholder = /\{\{|\}\}/;
  // "events.falseDawn.text", "play:acts.orange.rollBack"; an address of the web is none.
  const key =
    /(?:^|[\s(«“"'])(?!www\.)(?:[a-z]\w*:[a-z]\w*\.\w+|[a-z]\w*(?:\.\w*[A-Za-z]\w*){2,})(?=$|[\s)»”"',;:])/;
  const said = new Set<string>();
  const look = (text: string | null): void => {
    if (text === null || said.has(text) || !(placeholder.test(text) || key.test(text))) return;
    said.add(text);
    console.error(`raw text on the page: ${text.trim().slice(0, 160)}`);
  };
  const named = ['aria-label', 'title', 'placeholder', 'alt'];
  const lookAt = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      const within = node.parentElement?.tagName;
      if (within !== 'SCRIPT' && within !== 'STYLE') look(node.nodeValue);
      return;
    }
    if (!(node instanceof Element)) return;
    for (const name of named) look(node.getAttribute(name));
    node.childNodes.forEach(lookAt);
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes, attributeName } of changes)
      if (type === 'childList') addedNodes.forEach(lookAt);
      else if (type === 'characterData') lookAt(target);
      else look((target as Element).getAttribute(attributeName!));
  }).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: named,
  });
}
