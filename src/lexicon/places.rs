//! Places whose names look like a person's.
//!
//! A list of our own making: cities, regions and streets of two words that news often has. Leaves out
//! states; see `states`.

/// Places of two words that look like the name of a person.
const PLACES: &[&str] = &[
    "North Carolina",
    "South Carolina",
    "North Dakota",
    "South Dakota",
    "New Hampshire",
    "New Jersey",
    "New Mexico",
    "New York",
    "New York City",
    "New Orleans",
    "West Virginia",
    "Rhode Island",
    "Los Angeles",
    "San Francisco",
    "San Diego",
    "San Antonio",
    "Las Vegas",
    "Salt Lake City",
    "Kansas City",
    "Oklahoma City",
    "Long Island",
    "Silicon Valley",
    "Wall Street",
    "New England",
    "Hong Kong",
    "Tel Aviv",
    "South Florida",
    "Northern Ireland",
    "West Bank",
    "Middle East",
    "Latin America",
    "Central America",
    "South America",
    "North America",
    "Southeast Asia",
    "Western Australia",
    "New South Wales",
    "British Columbia",
    "Nova Scotia",
    "Sao Paulo",
    "Rio de Janeiro",
    "Mexico City",
    "Cape Town",
    "Gaza Strip",
    "Puerto Rico",
    "Orange County",
    "Capitol Hill",
    "Fort Worth",
    "El Paso",
    "St. Louis",
    "St. Paul",
    "San Jose",
    "Palm Beach",
    "Des Moines",
    "Baton Rouge",
    "Little Rock",
    "Grand Rapids",
];

/// True for the name of a place that could be taken for a person's.
#[must_use]
pub fn place(name: &str) -> bool {
    PLACES.contains(&name)
}
