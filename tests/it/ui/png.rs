//! Pictures as small files: of their colours at most as many as a palette holds, the most frequent
//! ones as they are.

use std::collections::HashMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use iced::Size;
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Filter, Transformations};

type Color = [u8; 3];

/// The most colours of a picture.
const COLORS: usize = 256;

/// A picture: its size, its colours, and which of them every pixel has.
pub(super) struct Picture {
    size: Size<u32>,
    palette: Vec<Color>,
    pixels: Vec<u8>,
}

impl Picture {
    /// A picture from pixels that also say how opaque they are: a window is.
    pub(super) fn new(size: Size<u32>, pixels: &[u8]) -> Self {
        let colors: Vec<Color> =
            pixels.chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        let mut counts: HashMap<Color, usize> = HashMap::new();
        for color in &colors {
            *counts.entry(*color).or_default() += 1;
        }
        let mut known: Vec<(Color, usize)> = counts.into_iter().collect();
        known.sort_by_key(|(color, count)| (usize::MAX - count, *color));
        let palette = (0..u8::MAX).find_map(|near| palette(&known, near)).unwrap();
        let nearest = |color: &Color| {
            (0..=255).zip(&palette).min_by_key(|(_, other)| distance(color, other)).unwrap().0
        };
        let places: HashMap<Color, u8> =
            known.iter().map(|(color, _)| (*color, nearest(color))).collect();
        let pixels = colors.iter().map(|color| places[color]).collect();
        Self { size, palette, pixels }
    }

    /// Reads a file; `None` without one.
    pub(super) fn load(path: &Path) -> Option<Self> {
        let mut decoder = Decoder::new(Cursor::new(fs::read(path).ok()?));
        decoder.set_transformations(Transformations::IDENTITY);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        assert_eq!(info.color_type, ColorType::Indexed, "{}", path.display());
        let colors = reader.info().palette.as_ref().unwrap();
        let palette = colors.chunks_exact(3).map(|one| [one[0], one[1], one[2]]).collect();
        Some(Self { size: Size::new(info.width, info.height), palette, pixels })
    }

    /// Writes the file, in the smaller of two ways.
    pub(super) fn save(&self, path: &Path) {
        let ways = [Filter::NoFilter, Filter::Adaptive].map(|filter| self.encoded(filter));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, ways.into_iter().min_by_key(Vec::len).unwrap()).unwrap();
    }

    fn encoded(&self, filter: Filter) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, self.size.width, self.size.height);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(self.palette.concat());
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
            return self.pixels.len().max(other.pixels.len());
        }
        let color =
            |picture: &Self, place: usize| picture.palette[usize::from(picture.pixels[place])];
        (0..self.pixels.len())
            .filter(|place| distance(&color(self, *place), &color(other, *place)) > ROUNDING)
            .count()
    }
}

/// A palette in which every colour has one no further than `near`; `None` when it takes too many.
fn palette(known: &[(Color, usize)], near: u8) -> Option<Vec<Color>> {
    let mut palette: Vec<Color> = Vec::new();
    for (color, _) in known {
        if palette.iter().all(|other| distance(color, other) > near) {
            if palette.len() == COLORS {
                return None;
            }
            palette.push(*color);
        }
    }
    Some(palette)
}

fn distance(one: &Color, other: &Color) -> u8 {
    one.iter().zip(other).map(|(one, other)| one.abs_diff(*other)).max().unwrap_or(0)
}
