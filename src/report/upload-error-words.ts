/** The words for why a file cannot become an image: what happened, and what to do about it. */
import type { Uncertainty, UploadRefusal } from '../model/upload.ts';
import { printable } from '../util/text.ts';
import { adviceOnCertificate } from './certificates.ts';
import { after, because, type Reason } from './sentence.ts';

export function reasonOfUploadRefusal(cause: UploadRefusal): Reason {
  switch (cause.type) {
    case 'storage-refused':
      return because(
        `the storage ${printable(cause.host)} refused the file ` +
          `(HTTP ${cause.status}${after(cause.code)})`,
        adviceOnStorage(cause.status),
      );
    case 'storage-certificate':
      return because(
        `the certificate of the storage ${printable(cause.host)} is not trusted (${cause.code})`,
        adviceOnCertificate(cause.code, undefined),
      );
    case 'upload-address':
      return because(
        'the API returned an upload address that is not https, or that has a user name',
        'ask the operator of the platform to fix the address of its storage',
      );
    case 'file-changed':
      return because(
        'the file changed while it was uploaded',
        'upload after the build has finished writing it',
      );
    case 'file-unreadable':
      return because(
        `the file cannot be read (${cause.message})`,
        'check the disk on the runner, and that nothing deletes the file',
      );
    case 'image-exists': {
      const { imageId } = cause;
      const named = imageId === undefined ? '' : `, ${printable(imageId)}`;
      return because(
        `the product already has an image with this name and version${named}`,
        'set `version` to another one, or wait for that image',
      );
    }
    case 'image-shared':
      return because(
        `the platform returned image ${idOf(cause.imageId)} for it and for ${printable(cause.shown)}, ` +
          'although their contents differ',
        'look at that image in the Binarly dashboard, and give each file a `name` of its own',
      );
    case 'images-ambiguous':
      return because(
        `several new images have this name and version: ${cause.imageIds.map(idOf).join(', ')}`,
        'keep one of them in the Binarly dashboard, and give each job names or versions of its own',
        ';',
      );
    case 'image-uncertain':
      return because(
        `the request that creates the image may have worked, but ${UNCERTAINTIES[cause.why]}`,
        'an image may exist, so look for it in the Binarly dashboard before you run the job again',
      );
  }
}

const UNCERTAINTIES: Readonly<Record<Uncertainty, string>> = {
  'no-list': 'the list of images could not be read',
  'no-time': 'the API does not say when the image with this name and version was created',
  'not-listed': 'the API refused to repeat it, and the list of images does not have the image',
};

function idOf(id: string): string {
  return printable(id, 60);
}

function adviceOnStorage(status: number): string {
  if (status === 413) return 'the file is too large for it, so ask the operator of the platform';
  if (status < 400) return 'this action follows no redirects, so ask the operator of the platform';
  return 'check that the runner clock is right, and that no proxy changes the request';
}
