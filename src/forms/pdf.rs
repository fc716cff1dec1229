//! From a [`Sheet`] to the bytes of a PDF file.
//!
//! The three cuts of the font are embedded as subsets, with a table back to Unicode, so that text
//! can be searched, copied and read aloud. What printpdf cannot be told is set afterwards: the
//! language, the date in office time, PDF 1.7 and an identifier made from the content. No
//! conformance (PDF/A, PDF/X) is declared, because none was checked.

use std::hash::{DefaultHasher, Hash, Hasher};

use lopdf::{Dictionary, Object, StringFormat};
use printpdf::{
    FontId, LinePoint, Op, PaintMode, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions,
    Point, Polygon, PolygonRing, Pt, TextItem, TextMatrix, WindingOrder, to_lopdf_doc,
};
use thiserror::Error;

use super::font::Face;
use super::sheet::{Item, Page, Rect, Sheet, Text};
use crate::domain::time::OfficeTime;

/// The program named as creator.
const CREATOR: &str = concat!("Một Cửa ", env!("CARGO_PKG_VERSION"));

/// The language of every form (RFC 5646).
const LANGUAGE: &str = "vi-VN";

/// Why no PDF could be made. None of these depends on what is printed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PdfError {
    /// A font compiled into the program cannot be read.
    #[error("the font {0:?} cannot be read")]
    Font(Face),
    /// The PDF library would leave something out.
    #[error("incomplete PDF: {0}")]
    Incomplete(String),
    /// The PDF library failed.
    #[error("cannot write the PDF: {0}")]
    Write(String),
}

/// Writes `sheet` as a PDF created at `created`. Equal input gives equal bytes.
///
/// # Errors
/// [`PdfError`], when the PDF library fails; no sheet makes it fail by its content.
pub fn to_pdf(sheet: &Sheet, created: OfficeTime) -> Result<Vec<u8>, PdfError> {
    let mut document = PdfDocument::new(&sheet.title);
    for face in faces(sheet) {
        let parsed = face.parsed().ok_or(PdfError::Font(face))?;
        let _ = document.resources.fonts.map.insert(font_id(face), PdfFont::new(parsed.clone()));
    }
    let height = sheet.size.height;
    document.pages = sheet.pages.iter().map(|page| pdf_page(sheet, page, height)).collect();
    let info = &mut document.metadata.info;
    info.author.clone_from(&sheet.author);
    info.subject.clone_from(&sheet.subject);
    CREATOR.clone_into(&mut info.creator);
    CREATOR.clone_into(&mut info.producer);

    let mut warnings = Vec::new();
    let mut file = to_lopdf_doc(&document, &PdfSaveOptions::default(), &mut warnings);
    if let Some(warning) = warnings.first() {
        return Err(PdfError::Incomplete(format!("{warning:?}")));
    }
    complete(&mut file, sheet, created).map_err(|error| PdfError::Write(error.to_string()))?;
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|error| PdfError::Write(error.to_string()))?;
    Ok(bytes)
}

/// Sets what printpdf leaves open or states wrongly.
fn complete(
    file: &mut lopdf::Document,
    sheet: &Sheet,
    created: OfficeTime,
) -> Result<(), lopdf::Error> {
    "1.7".clone_into(&mut file.version);
    let catalog = file.catalog_mut()?;
    catalog.set("Lang", Object::string_literal(LANGUAGE));
    let mut viewer = Dictionary::new();
    viewer.set("DisplayDocTitle", true);
    // A form scaled to the printer's margins would have bars too narrow to scan.
    viewer.set("PrintScaling", "None");
    catalog.set("ViewerPreferences", viewer);

    let info_id = file.trailer.get(b"Info")?.as_reference()?;
    let info = file.get_dictionary_mut(info_id)?;
    // printpdf writes this key of PDF/X for every document, even without a standard.
    let _ = info.remove(b"GTS_PDFXVersion");
    let _ = info.remove(b"Identifier");
    let stamp =
        format!("D:{}{}+07'00'", created.date().format("%Y%m%d"), created.time().format("%H%M%S"));
    for key in ["CreationDate", "ModDate"] {
        info.set(key, Object::string_literal(stamp.as_str()));
    }
    let id = Object::String(identifier(sheet, created), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
    Ok(())
}

/// Sixteen bytes that tell documents apart; not a signature.
fn identifier(sheet: &Sheet, created: OfficeTime) -> Vec<u8> {
    let text = format!("{sheet:?}");
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        (salt, created.millis(), text.as_str()).hash(&mut hasher);
        hasher.finish().to_be_bytes()
    };
    [half(0), half(1)].concat()
}

/// The faces the sheet really uses.
fn faces(sheet: &Sheet) -> impl Iterator<Item = Face> {
    let items = || sheet.pages.iter().flat_map(|page| &page.items);
    Face::ALL.into_iter().filter(move |face| {
        items().any(|item| matches!(item, Item::Text(text) if text.face == *face))
    })
}

/// The resource name of a face. Its first six letters become the subset's tag.
fn font_id(face: Face) -> FontId {
    let name = match face {
        Face::Regular => "TINREG",
        Face::Bold => "TINBLD",
        Face::Italic => "TINITA",
    };
    FontId(name.to_owned())
}

fn pdf_page(sheet: &Sheet, page: &Page, height: f32) -> PdfPage {
    let ops = page.items.iter().flat_map(|item| match item {
        Item::Text(text) => text_ops(text, height),
        Item::Rule(rule) => fill(&[rule.area()], height),
        Item::Symbol(symbol) => fill(&symbol.bars, height),
    });
    let (width, height) = (printpdf::Mm(sheet.size.width), printpdf::Mm(sheet.size.height));
    PdfPage::new(width, height, ops.collect())
}

fn text_ops(text: &Text, height: f32) -> Vec<Op> {
    let at = TextMatrix::Translate(points(text.x), points(height - text.y));
    vec![
        Op::StartTextSection,
        Op::SetFont { font: PdfFontHandle::External(font_id(text.face)), size: Pt(text.size) },
        Op::SetTextMatrix { matrix: at },
        Op::ShowText { items: vec![TextItem::Text(text.string.clone())] },
        Op::EndTextSection,
    ]
}

/// All rectangles in one path, so that neighbours show no seam.
fn fill(rects: &[Rect], height: f32) -> Vec<Op> {
    let corner = |x: f32, y: f32| {
        let p = Point { x: points(x), y: points(height - y) };
        LinePoint { p, bezier: false }
    };
    let ring = |rect: &Rect| PolygonRing {
        points: vec![
            corner(rect.x, rect.y),
            corner(rect.right(), rect.y),
            corner(rect.right(), rect.bottom()),
            corner(rect.x, rect.bottom()),
        ],
    };
    let rings = rects.iter().map(ring).collect();
    let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
    vec![Op::DrawPolygon { polygon }]
}

/// Millimetres to points, rounded to a thousandth to keep the file short.
fn points(millimetres: f32) -> Pt {
    Pt((millimetres * 72.0 / 25.4 * 1000.0).round() / 1000.0)
}
