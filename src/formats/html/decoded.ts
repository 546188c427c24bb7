/** An address with its percent-encoded characters as they are, so that two that lead to one place are one string. */
export const decoded = (address: string): string =>
  address.replace(/(?:%[0-9A-F]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
