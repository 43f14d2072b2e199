/** Marks a text as CSS, for editors and for the build, which squeezes it. */
export const css = String.raw;
