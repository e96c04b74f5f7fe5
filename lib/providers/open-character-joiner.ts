/** Holds the first half of a character back until its second half arrives: frames may be cut in between. */
export function openCharacterJoiner(): { push: (text: string) => string; end: () => string } {
  let half = "";
  return {
    push: (text) => {
      const whole = half + text;
      const cut = /[\ud800-\udbff]$/.test(whole) ? whole.length - 1 : whole.length;
      half = whole.slice(cut);
      return whole.slice(0, cut);
    },
    end: () => half,
  };
}
