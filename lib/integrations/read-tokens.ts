import "server-only";
import { type Token, Tokenizer, TokenizerMode } from "parse5";

/** What is told of HTML as it is read. */
export type TokenReader = {
  onText: (text: string) => void;
  onStart?: (name: string, attributes: readonly { name: string; value: string }[]) => void;
  onEnd?: (name: string) => void;
};

/** Elements whose content is no HTML. */
const RAW: Partial<Record<string, Tokenizer["state"]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
  plaintext: TokenizerMode.PLAINTEXT,
};

/**
 * Reads HTML of anybody's tag by tag, entities decoded, in time linear in its length. Nothing nests: a
 * tree of what a hostile site sends can take minutes, or be too deep to be walked.
 */
export function readTokens(html: string, { onText, onStart, onEnd }: TokenReader): void {
  const onCharacter = ({ chars }: Token.CharacterToken) => onText(chars);
  const ignore = () => {};
  const tokenizer = new Tokenizer(
    {},
    {
      onCharacter,
      onWhitespaceCharacter: onCharacter,
      onStartTag: ({ tagName, attrs }) => {
        tokenizer.state = RAW[tagName] ?? tokenizer.state;
        onStart?.(tagName, attrs);
      },
      onEndTag: ({ tagName }) => onEnd?.(tagName),
      onNullCharacter: ignore,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
    },
  );
  tokenizer.write(html, true);
}
