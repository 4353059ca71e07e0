import localFont from "next/font/local";

/**
 * One font stack for all languages. Each file declares the letters it holds, so the browser fetches Hebrew or Arabic
 * only for text with such letters (a Hebrew name on an English screen, too). Only Latin is preloaded and has a
 * metric-adjusted fallback: an Arial fallback before the other scripts would catch their letters.
 */
const latin = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-latin",
  // A font that comes after the text would move it: whoever waits longer than a moment for it reads this page in the fallback.
  display: "optional",
});

const hebrew = localFont({
  src: "../node_modules/@fontsource-variable/heebo/files/heebo-hebrew-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-hebrew",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0590-05FF,U+20AA,U+FB1D-FB4F" }],
});

const arabic = localFont({
  src: [
    {
      path: "../node_modules/@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../node_modules/@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-500-normal.woff2",
      weight: "500",
    },
    {
      path: "../node_modules/@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2",
      weight: "600",
    },
  ],
  variable: "--font-arabic",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "unicode-range", value: "U+0600-06FF,U+0750-077F,U+0870-08FF,U+FB50-FDFF,U+FE70-FEFC" },
  ],
});

export const fontVariables = `${latin.variable} ${hebrew.variable} ${arabic.variable}`;
