/** Stays in sight while the channels scroll past under it. */
export const stickyColumn = "@min-[42rem]:sticky @min-[42rem]:start-0 @min-[42rem]:bg-card";
