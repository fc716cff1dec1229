//! Pictures as files, small and without loss.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use iced::Size;
use png::{ColorType, Compression, Decoder, Encoder, Filter};

/// A picture: its size and its pixels, red, green, blue.
#[derive(PartialEq, Eq)]
pub(super) struct Picture {
    size: Size<u32>,
    pixels: Vec<u8>,
}

impl Picture {
    /// A picture from pixels that also say how opaque they are: a window is.
    pub(super) fn new(size: Size<u32>, pixels: &[u8]) -> Self {
        let opaque = pixels.chunks_exact(4).flat_map(|pixel| &pixel[..3]);
        Self { size, pixels: opaque.copied().collect() }
    }

    /// Reads a file; `None` without one.
    pub(super) fn load(path: &Path) -> Option<Self> {
        let mut reader = Decoder::new(BufReader::new(File::open(path).ok()?)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        assert_eq!(info.color_type, ColorType::Rgb, "{}", path.display());
        Some(Self { size: Size::new(info.width, info.height), pixels })
    }

    /// Writes the file, in the smaller of two ways.
    pub(super) fn save(&self, path: &Path) {
        let smallest = [Filter::NoFilter, Filter::Adaptive]
            .map(|filter| self.encoded(filter))
            .into_iter()
            .min_by_key(Vec::len);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, smallest.unwrap()).unwrap();
    }

    fn encoded(&self, filter: Filter) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, self.size.width, self.size.height);
        encoder.set_color(ColorType::Rgb);
        encoder.set_compression(Compression::High);
        encoder.set_filter(filter);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&self.pixels).unwrap();
        writer.finish().unwrap();
        bytes
    }

    /// How many pixels differ by more than the roundings of another processor; all of them when the
    /// sizes do.
    pub(super) fn differs(&self, other: &Self) -> usize {
        const ROUNDING: u8 = 2;
        if self.size != other.size {
            return self.pixels.len();
        }
        let pairs = self.pixels.chunks_exact(3).zip(other.pixels.chunks_exact(3));
        let differ = |(one, two): &(&[u8], &[u8])| {
            one.iter().zip(*two).any(|(one, two)| one.abs_diff(*two) > ROUNDING)
        };
        pairs.filter(differ).count()
    }
}
