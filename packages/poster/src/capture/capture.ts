export const capturePoster = () => undefined;
