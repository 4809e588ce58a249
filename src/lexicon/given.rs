//! Given names: frequent ones of the countries that English-language news writes about, by gender.
//!
//! A list of our own making. Leaves out last names, which anything may be.

use super::traits::{FEMALE, GIVEN, MALE, Traits};

pub(super) const GIVEN_NAMES: &[(Traits, &str)] = &[
    (
        GIVEN.union(MALE),
        "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark \
         donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob \
         gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank \
         patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle ethan \
         walter noah jeremy christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan \
         jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy roy vincent ralph \
         eugene russell bobby mason philip louis harry howard fred martin ernest luis carlos antonio miguel pedro \
         mike tom jim bob bill dave dan steve jeff ted ben sam greg matt chris tim ron ken ed rob rick nick tony \
         joe pete phil don barack bernie lindsey marco mitch rand newt mitt rudy jeb boris vladimir sergei dmitry \
         ivan igor oleg viktor emmanuel francois jean pierre hans klaus olaf otto karl stefan marcel giovanni \
         marco luca paolo matteo mario ahmed mohammed mohamed muhammad mahmoud ali hassan hussein omar ibrahim \
         abdullah yusuf khalid tariq imran narendra rahul amit rajesh hiroshi kenji shinzo wei jun lars sven \
         erik bjorn henrik jens nils anders magnus pavel marek tomas jan josef andrzej piotr recep benjamin \
         moshe avi colin gareth graham ian neil nigel simon stuart trevor alastair angus duncan hamish rory \
         liam connor declan brendan owen rhys hugo felix bruno emil oscar victor edmund edwin giles rupert \
         kofi kwame malik jamal tyrone darius derek craig dean glenn lee leo max theo toby rolf ivo zack jude \
         conrad vernon gil sten dario kieran alfred luke elias rex clive ray chuck lester anderson",
    ),
    (
        GIVEN.union(FEMALE),
        "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra \
         ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon \
         cynthia kathleen amy angela shirley anna ruth brenda pamela nicole katherine samantha christine catherine \
         virginia debra rachel janet emma carolyn maria heather diane julie joyce evelyn joan victoria kelly \
         christina lauren frances martha judith cheryl megan andrea olivia ann jean alice jacqueline hannah doris \
         kathryn gloria teresa sara janice marie julia grace judy theresa rose beverly denise marilyn amber \
         danielle brittany diana abigail jane natalie lori tiffany alexis kayla hillary nikki kellyanne melania \
         ivanka ivana heidi carly nancy kamala theresa angela ursula christine giorgia marine anne sophie claire \
         chloe isabelle camille elena olga natasha svetlana tatiana irina katarina petra ingrid astrid greta \
         freya sigrid karin annika aino nora ida maja sofia lucia carmen rosa ana ines isabel francesca chiara \
         giulia fatima aisha layla leila yara noor zainab priya anjali sunita indira mei yuki sakura amara ngozi \
         vera clara marta lena beth wendy fiona moira eleanor ellen iris june dana tessa hana lotte leah nina \
         sonia paula lydia alicia monica veronica erin molly katie lucy ella mia eva zoe harriet charlotte \
         huma megyn gretchen rachel savannah melanie loretta condoleezza madeleine tulsi ilhan rashida tammy \
         kirsten debbie jill joni susan dianne maxine gwen martha rosie jo-renee mazie donna",
    ),
];
