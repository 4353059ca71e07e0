/** Keeps the first column visible while the channels scroll behind it. */
export const stickyColumn = "@min-[42rem]:sticky @min-[42rem]:start-0 @min-[42rem]:bg-card";
