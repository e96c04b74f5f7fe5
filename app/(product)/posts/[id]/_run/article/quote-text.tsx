/** Code in the words of a source, as its page writes it. */
const CODE = /`+([^`\n]+)`+/;

/** What a source says, word for word; what it sets in backticks is code. */
export function QuoteText({ text }: { text: string }) {
  const pieces = text.split(CODE);
  return pieces.map((piece, index) => {
    const key = `${index}:${piece.length}`;
    return index % 2 === 1 ? <code key={key}>{piece}</code> : <span key={key}>{piece}</span>;
  });
}
