/** Longest side of a photo that is sent, in px: enough to read a sign on it. */
const longestSide = 2048;

/** Pictures that hold letters and lines stay as they are up to this many bytes: JPEG would smear them. */
const smallBytes = 500_000;

const quality = 0.82;

/**
 * A photo as it is sent: at most 2048 px a side, JPEG, upright, and without what the camera wrote about place and time.
 * Where the browser does not let pages read pictures, the photo itself: the server takes the rest out. Rejects when
 * the browser cannot read it.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    if (file.type === 'image/png' && scale === 1 && file.size <= smallBytes) return file;
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    if (!context || !isFaithful(canvas, context)) return file;
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    // JPEG knows nothing of what shows through.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const photo = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, 'image/jpeg', quality),
    );
    return photo ?? file;
  } finally {
    picture.close();
  }
}

/** Browsers that hide who visits give pages noise in place of what a canvas holds. */
function isFaithful(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D): boolean {
  canvas.width = canvas.height = 4;
  context.fillStyle = '#0b6b4f';
  context.fillRect(0, 0, 4, 4);
  const { data } = context.getImageData(0, 0, 4, 4);
  return data.every((value, at) => value === [11, 107, 79, 255][at % 4]);
}
