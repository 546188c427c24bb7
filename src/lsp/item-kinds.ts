/** Numbers of the protocol: CompletionItemKind. */
export const itemKind = { element: 7, attribute: 10, value: 12, reference: 18, endTag: 14 } as const;

/** SymbolKind. */
export const symbolKind = { file: 1, module: 2, namespace: 3, section: 15, document: 5 } as const;
