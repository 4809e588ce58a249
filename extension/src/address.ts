// Addresses as data: parsing without an exception. (`URL.parse` is younger than the Node of our tests.)

/** The address in `text`; null when it is none. */
export function addressOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
