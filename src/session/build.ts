/** Version of the product, written in the header of the logs. */
export const BUILD = '0.1.0';
