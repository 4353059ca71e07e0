/** Where the pictures of docs/messages are, each under the name of its place and its language. */
export const picturesFolder = "docs/images/messages";

export const pictureOf = (id: string, locale: string) => `${picturesFolder}/${id}-${locale}.webp`;
